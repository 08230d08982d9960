#include "app/reports/reportrunner.h"

namespace tokenledger {

namespace {

/// Null means something only of these two; of the others it says that they do not apply.
bool nullHasMeaning(Dimension dimension) { return dimension == Dimension::Workspace || dimension == Dimension::ApiKey; }

/// "workspace=Research; model=claude-opus-5-5"
Cell dimensionCell(const ReportContext& context, const Restatement& entry) {
    if (entry.dimensions.empty()) {
        return context.request.ids ? Cell() : Cell(QStringLiteral("(sum of the day)"));
    }
    QStringList parts;
    for (const auto& [dimension, term] : entry.dimensions) {
        if (term == NullTerm && !nullHasMeaning(dimension)) continue;
        parts << dimensionName(dimension) + u'=' +
                     (context.request.ids ? context.cache.text(term) : context.cache.displayName(dimension, term));
    }
    return parts.join(QStringLiteral("; "));
}

Cell valueCell(const std::optional<std::int64_t>& value, bool isMoney) {
    if (!value) return {};
    return isMoney ? Cell(Money::fromNano(*value)) : Cell(*value);
}

}  // namespace

Result<void> runRestatements(const ReportContext& context, Table& table) {
    const auto entries = context.cache.restatements();
    if (!entries) return failure(entries.error());
    for (const Restatement& entry : *entries) {
        table.rows.push_back({entry.seenAt, datasetName(entry.dataset), entry.day.toIso(),
                              dimensionCell(context, entry), entry.measure, valueCell(entry.old, entry.isMoney),
                              valueCell(entry.now, entry.isMoney)});
    }
    const auto asOf = context.cache.asOf();
    if (!asOf) return failure(asOf.error());
    table.asOf = *asOf;
    return {};
}

}  // namespace tokenledger
