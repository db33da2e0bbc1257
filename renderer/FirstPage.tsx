/** What a window shows until the desks are there. */
export function FirstPage() {
  return (
    <main>
      <h1>Cachet</h1>
    </main>
  );
}
