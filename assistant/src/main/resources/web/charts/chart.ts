import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { LitElement, css, html, type PropertyValues, type TemplateResult } from "lit";
import { tokens } from "../app/shared/styles";

// A canvas, not SVG: the content security policy forbids the style attributes that ECharts' SVG has.
use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

type Option = Record<string, unknown>;

/**
 * A picture of figures that also stand in a table beside it: `option` is ECharts' own, `label` what a
 * screen reader says. Colours follow the page, by day, by night and on paper.
 */
export class ZhitongChart extends LitElement {
  static styles = [
    tokens,
    css`
      :host {
        display: block;
        height: var(--chart-height, 18rem);
      }
      div {
        width: 100%;
        height: 100%;
      }
    `,
  ];
  static properties = { option: { attribute: false }, label: { type: String } };
  declare option: Option | null;
  declare label: string;
  #chart: EChartsType | null = null;
  readonly #night = matchMedia("(prefers-color-scheme: dark)");
  readonly #paper = matchMedia("print");
  readonly #resize = new ResizeObserver(() => this.#chart?.resize());
  readonly #draw = (): void => {
    this.#chart?.resize();
    this.#show();
  };

  constructor() {
    super();
    this.option ??= null;
    this.label ??= "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.#night.addEventListener("change", this.#draw);
    this.#paper.addEventListener("change", this.#draw);
    this.#resize.observe(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#night.removeEventListener("change", this.#draw);
    this.#paper.removeEventListener("change", this.#draw);
    this.#resize.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  render(): TemplateResult {
    return html`<div role="img" aria-label=${this.label}></div>`;
  }

  updated(changed: PropertyValues): void {
    if (changed.has("option")) {
      this.#show();
    }
  }

  #show(): void {
    const place = this.renderRoot?.querySelector<HTMLElement>("div");
    if (!place || !this.option) {
      return;
    }
    this.#chart ??= init(place);
    this.#chart.setOption(this.#themed(this.option), true);
  }

  #themed(option: Option): Option {
    const style = getComputedStyle(this);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const text = { color: colour("--zt-text"), fontFamily: style.fontFamily, fontSize: 13 };
    const line = { lineStyle: { color: colour("--zt-line") } };
    const axis = (one: unknown) =>
      one === undefined
        ? undefined
        : { axisLine: line, splitLine: line, ...(one as Option), axisLabel: { ...text, ...((one as Option).axisLabel as Option) }, nameTextStyle: text };
    return {
      color: [colour("--zt-accent"), colour("--zt-good"), colour("--zt-warn"), colour("--zt-bad"), "#8a63d2", "#2a9d8f"],
      backgroundColor: "transparent",
      animation: !this.#paper.matches && !matchMedia("(prefers-reduced-motion: reduce)").matches,
      textStyle: text,
      // Its own tooltip is HTML with style attributes, which the content security policy drops.
      tooltip: { renderMode: "richText", trigger: "axis", confine: true },
      grid: { left: 12, right: 24, top: 40, bottom: 12, containLabel: true },
      ...option,
      // One line that turns: a second would lie over the bars.
      legend: option.legend === undefined ? undefined : { type: "scroll", textStyle: text, pageTextStyle: text, top: 0, ...(option.legend as Option) },
      xAxis: axis(option.xAxis),
      yAxis: axis(option.yAxis),
    };
  }
}
