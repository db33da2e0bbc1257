import { RotateCcw } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

interface MendedProps {
  readonly words: { readonly title: string; readonly say: string; readonly again: string };
  readonly children: ReactNode;
}

/** A screen that stopped is told as what it is, and opened again; the others go on. */
export class Mended extends Component<MendedProps, { readonly stopped: boolean }> {
  override state = { stopped: false };

  static getDerivedStateFromError() {
    return { stopped: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render() {
    const { words, children } = this.props;
    if (!this.state.stopped) return children;
    return (
      <EmptyState
        icon={RotateCcw}
        title={words.title}
        action={
          <Button look="primary" onPress={() => this.setState({ stopped: false })}>
            {words.again}
          </Button>
        }
      >
        {words.say}
      </EmptyState>
    );
  }
}
