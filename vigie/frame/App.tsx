import { useCallback, useEffect, useState } from 'react';
import { useHush } from '../../renderer/parts/Toasts';
import { LiveProvider } from '../live/useLive';
import { onSignedOut } from '../server/ask';
import { hasEntered, rememberEntered } from '../server/entered';
import { type Member, signOut, whoAmI } from '../server/staff';
import { Entrance } from '../signIn/Entrance';
import { Frame } from './Frame';

/** The way in, then the screens of whoever has signed in. */
export function App() {
  const [member, setMember] = useState<Member | null | 'asking'>(() => (hasEntered() ? 'asking' : null));
  const hush = useHush();
  const leave = useCallback(() => {
    hush();
    rememberEntered(false);
    setMember(null);
  }, [hush]);
  const enter = useCallback((entered: Member) => {
    rememberEntered(true);
    setMember(entered);
  }, []);
  useEffect(() => {
    if (hasEntered()) void whoAmI().then((found) => (found.ok ? setMember(found.value) : leave()));
  }, [leave]);
  useEffect(() => onSignedOut(leave), [leave]);

  if (member === 'asking') return null;
  if (member === null) return <Entrance onEntered={enter} />;
  return (
    <LiveProvider>
      <Frame member={member} onSignOut={() => void signOut().then(leave)} />
    </LiveProvider>
  );
}
