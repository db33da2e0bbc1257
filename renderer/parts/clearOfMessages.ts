const property = '--dialog-foot';
/** A message of two lines and the space around it, in CSS pixels. */
const room = 84;

/** A ref for the buttons of an open dialogue: while they are there, messages appear under them, or else above them. */
export function clearOfMessages(buttons: HTMLElement | null) {
  if (!buttons) return;
  const { style } = document.documentElement;
  const covered = style.getPropertyValue(property); // of the dialogue under this one
  const observer = new ResizeObserver(() => {
    const { top, bottom } = buttons.getBoundingClientRect();
    const taken = window.innerHeight - bottom >= room ? 0 : Math.round(window.innerHeight - top);
    style.setProperty(property, `${taken}px`);
  });
  // a dialogue in the middle of the screen moves its buttons when it grows, or the window does
  for (const each of [buttons, buttons.parentElement, document.documentElement]) if (each) observer.observe(each);
  return () => {
    observer.disconnect();
    style.setProperty(property, covered);
  };
}
