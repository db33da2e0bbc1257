import { useState } from 'react';
import { Button } from '../../renderer/parts/Button';
import { Seal } from '../../renderer/parts/Seal';
import type { Member } from '../server/staff';
import { signInText } from '../text/vigie';
import styles from './Entrance.module.css';
import { Join } from './Join';
import { SignIn } from './SignIn';

/** The way in: with an account, or with the code that makes one. */
export function Entrance({ onEntered }: { onEntered(member: Member): void }) {
  const [joining, setJoining] = useState(false);
  return (
    <main className={styles.entrance}>
      <div className={styles.sheet}>
        <div className={styles.mark}>
          <Seal />
        </div>
        {joining ? <Join onEntered={onEntered} /> : <SignIn onEntered={onEntered} />}
        <Button look="quiet" onPress={() => setJoining(!joining)}>
          {joining ? signInText.back : signInText.withCode}
        </Button>
      </div>
    </main>
  );
}
