import { useCallback, useEffect, useState } from 'react';
import { useHush } from '../../renderer/parts/Toasts';
import { LiveProvider } from '../live/useLive';
import { onSignedOut } from '../server/ask';
import { type Member, signOut, whoAmI } from '../server/staff';
import { Entrance } from '../signIn/Entrance';
import { Frame } from './Frame';

/** The way in, then the screens of whoever has signed in. */
export function App() {
  const [member, setMember] = useState<Member | null | 'asking'>('asking');
  const hush = useHush();
  const leave = useCallback(() => {
    hush();
    setMember(null);
  }, [hush]);
  useEffect(() => {
    void whoAmI().then((found) => setMember(found.ok ? found.value : null));
  }, []);
  useEffect(() => onSignedOut(leave), [leave]);

  if (member === 'asking') return null;
  if (member === null) return <Entrance onEntered={setMember} />;
  return (
    <LiveProvider>
      <Frame member={member} onSignOut={() => void signOut().then(leave)} />
    </LiveProvider>
  );
}
