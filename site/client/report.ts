/** The report of a wrong field follows the field that is chosen. */
import { toReportText, toReportUrl, type Report } from "../pages/report-text.ts";
import { byId } from "./dom.ts";

function chosenReport(fields: HTMLSelectElement, shown: HTMLElement): Report {
  const option = fields.selectedOptions[0]!;
  return {
    record: shown.dataset.record!,
    version: shown.dataset.version!,
    field: option.text,
    words: option.dataset.words!,
  };
}

export function addReport(): void {
  const fields = document.getElementById("report-field");
  if (!(fields instanceof HTMLSelectElement)) return;
  const shown = byId("report");
  const link = document.getElementById("report-link");
  fields.hidden = false;
  fields.addEventListener("change", () => {
    const report = chosenReport(fields, shown);
    shown.textContent = toReportText(report);
    const { bugs } = byId("wrong").dataset;
    if (link instanceof HTMLAnchorElement && bugs) link.href = toReportUrl(bugs, report);
  });
}
