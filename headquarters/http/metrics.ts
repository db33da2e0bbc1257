/** Counts of what happened on this node, in the text that Prometheus reads. Labels are words of ours, never a person's. */
export class Metrics {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly gauges = new Map<string, () => number>();

  /** @param labels in a fixed order, such as `{ type: 'push', outcome: 'ok' }` */
  count(name: string, labels: Readonly<Record<string, string>> = {}, by = 1): void {
    const series = this.counts.get(name) ?? new Map<string, number>();
    this.counts.set(name, series);
    const labelled = Object.entries(labels)
      .map(([label, value]) => `${label}="${value.replaceAll(/[^a-zA-Z0-9_-]/g, '_')}"`)
      .join(',');
    series.set(labelled, (series.get(labelled) ?? 0) + by);
  }

  /** What is measured when somebody looks. */
  gauge(name: string, now: () => number): void {
    this.gauges.set(name, now);
  }

  text(): string {
    const lines: string[] = [];
    for (const [name, series] of this.counts) {
      lines.push(`# TYPE cachet_${name}_total counter`);
      for (const [labels, value] of series) lines.push(`cachet_${name}_total${labels && `{${labels}}`} ${value}`);
    }
    for (const [name, now] of this.gauges) lines.push(`# TYPE cachet_${name} gauge`, `cachet_${name} ${now()}`);
    return `${lines.join('\n')}\n`;
  }
}
