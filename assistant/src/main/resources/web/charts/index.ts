import { ZhitongChart } from "./chart";

if (!customElements.get("zt-chart")) {
  customElements.define("zt-chart", ZhitongChart);
}
