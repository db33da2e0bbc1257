const property = '--dialog-foot';

/** A ref for the buttons of an open dialogue: as long as they are there, messages appear above them. */
export function clearOfMessages(buttons: HTMLElement | null) {
  if (!buttons) return;
  const { style } = document.documentElement;
  const under = style.getPropertyValue(property); // of the dialogue that this one covers
  const observer = new ResizeObserver(() => {
    style.setProperty(property, `${Math.round(window.innerHeight - buttons.getBoundingClientRect().top)}px`);
  });
  // a dialogue in the middle of the screen moves its buttons when it grows, or the window does
  for (const each of [buttons, buttons.parentElement, document.documentElement]) if (each) observer.observe(each);
  return () => {
    observer.disconnect();
    style.setProperty(property, under);
  };
}
