#include "app/export/xlsxabout.h"

#include "app/core/texts.h"
#include "app/reports/notes.h"

namespace tokenledger {

namespace {

Cell timeOrEmpty(const QDateTime& time) { return time.isValid() ? Cell(time) : Cell(); }

void appendRange(const Table& table, std::vector<AboutLine>& lines) {
    if (!table.range) return;
    lines.push_back({tr("First day (UTC)"), table.range->first.toIso()});
    lines.push_back({tr("Last day (UTC)"), table.range->last.toIso()});
    lines.push_back({tr("Interval"), intervalName(table.interval)});
}

void appendFilters(const Table& table, std::vector<AboutLine>& lines) {
    for (const AppliedFilter& filter : table.filters) {
        lines.push_back({tr("Only %1").arg(dimensionName(filter.dimension)), filter.values.join(QStringLiteral(", "))});
    }
    if (table.filters.empty()) lines.push_back({tr("Filters"), tr("none")});
}

void appendCompleteness(const Table& table, std::vector<AboutLine>& lines) {
    lines.push_back({tr("Complete"), table.isComplete() ? tr("yes") : tr("no")});
    for (const Completeness& dataset : table.completeness) {
        lines.push_back({tr("Days of %1").arg(datasetName(dataset.dataset)), completenessText(dataset)});
    }
}

}  // namespace

std::vector<AboutLine> aboutLines(const Table& table, const XlsxContext& context, std::int64_t rounded,
                                  std::int64_t cut, int sheets) {
    std::vector<AboutLine> lines{{tr("Report"), table.report},
                                 {tr("Organization"), context.organization.isEmpty() ? Cell() : context.organization}};
    appendRange(table, lines);
    appendFilters(table, lines);
    lines.push_back({tr("Rows"), static_cast<std::int64_t>(table.rows.size())});
    appendCompleteness(table, lines);
    lines.push_back({tr("As of (UTC)"), timeOrEmpty(table.asOf)});
    lines.push_back({tr("Written (UTC)"), timeOrEmpty(context.now)});
    lines.push_back({tr("Written by"), QStringLiteral("Tokenledger " TOKENLEDGER_VERSION)});
    QStringList notes = table.notes;
    if (sheets > 1) notes << tr("The rows go on in further sheets: %1 in all.").arg(sheets);
    if (rounded > 0) {
        notes << tr("A spreadsheet keeps 15 digits of a number: figures rounded to that: %1. CSV and JSON have all "
                    "digits.")
                     .arg(rounded);
    }
    if (cut > 0) {
        notes << tr("A cell holds 32,767 characters: texts cut to that: %1. CSV and JSON have all of them.").arg(cut);
    }
    for (qsizetype i = 0; i < notes.size(); ++i) lines.push_back({i == 0 ? tr("Notes") : QString(), notes[i]});
    return lines;
}

}  // namespace tokenledger
