#include "app/reports/comparison.h"
#include "app/reports/reportrunner.h"
#include "app/reports/rowbuilder.h"
#include "app/reports/variancebridge.h"

#include <algorithm>

namespace tokenledger {

namespace {

/// A line of the report before it has its place.
struct Line {
    QString item;
    QString kind;
    Money before;
    Money after;
    std::optional<BridgeEffects> effects;  // nothing: all of its change is "other"
    std::optional<std::int64_t> tokensBefore;
    std::optional<std::int64_t> tokensAfter;

    [[nodiscard]] Money change() const { return Money::fromNano(after.nano() - before.nano()); }
};

std::int64_t magnitude(Money amount) { return amount.nano() < 0 ? -(amount.nano() + 1) : amount.nano(); }

std::vector<Line> linesOf(const VarianceBridge& view, bool ids) {
    const auto shown = [ids](const CostValue& value) { return ids ? value.id : value.name; };
    std::vector<Line> lines;
    for (std::size_t i = 0; i < view.models.size(); ++i) {
        const Bridge::Model& row = view.bridge.models[i];
        const QString kind = row.isNew    ? QStringLiteral("new model")
                             : row.isGone ? QStringLiteral("gone model")
                                          : QStringLiteral("model");
        lines.push_back(
            {shown(view.models[i]), kind, row.before, row.after, row.effects, row.tokensBefore, row.tokensAfter});
    }
    for (std::size_t i = 0; i < view.costTypes.size(); ++i) {
        const Bridge::Other& row = view.bridge.others[i];
        lines.push_back({shown(view.costTypes[i]), QStringLiteral("cost type"), row.before, row.after, {}, {}, {}});
    }
    const Money before = view.bridge.withoutUsageBefore;
    const Money after = view.bridge.withoutUsageAfter;
    if (!before.isZero() || !after.isZero()) {
        lines.push_back(
            {QStringLiteral("(days without usage)"), QStringLiteral("usage missing"), before, after, {}, {}, {}});
    }
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        const auto changeA = magnitude(a.change());
        const auto changeB = magnitude(b.change());
        return changeA != changeB ? changeA > changeB : textLess(a.item, b.item);
    });
    return lines;
}

std::vector<Cell> cellsOf(const Line& line) {
    const BridgeEffects effects = line.effects.value_or(BridgeEffects{{}, {}, {}, {}, line.change()});
    const auto count = [](const std::optional<std::int64_t>& tokens) { return tokens ? Cell(*tokens) : Cell(); };
    return {line.item,
            line.kind,
            line.before,
            line.after,
            line.change(),
            effects.volume,
            effects.mix,
            effects.cache,
            effects.price,
            effects.other,
            count(line.tokensBefore),
            count(line.tokensAfter)};
}

QString daysText(const DateRange& days) {
    return QStringLiteral("%1 .. %2").arg(days.first.toIso(), days.last.toIso());
}

/// A side that lacks days costs less for that alone.
void noteMissingDays(const Completeness& cost, const DateRange& days, Table& table) {
    const int missing = cost.missingDays + cost.failedDays;
    if (missing == 0) return;
    table.notes << QStringLiteral(
                       "Not comparable: the cost of %1 of the %2 days %3 is not in the cache. Sync these days, "
                       "or choose others.")
                       .arg(QString::number(missing), QString::number(days.days()), daysText(days));
}

void addNotes(const VarianceBridge& view, Table& table) {
    const VarianceRequest& asked = view.request;
    noteMissingDays(view.costBefore, asked.against, table);
    noteMissingDays(view.costAfter, asked.range, table);
    if (view.daysWithoutCost > 0) {
        table.notes << QStringLiteral("Days whose tokens are left out because their cost is not in the cache: %1.")
                           .arg(view.daysWithoutCost);
    }
    table.notes << QStringLiteral("%1 against %2.").arg(daysText(asked.range), daysText(asked.against));
    if (asked.range.days() != asked.against.days()) {
        table.notes << QStringLiteral("The ranges are of different length: %1 and %2 days.")
                           .arg(asked.range.days())
                           .arg(asked.against.days());
    }
    const Bridge& b = view.bridge;
    if (!b.newModels.isZero()) {
        table.notes << QStringLiteral("New models are %1 USD of the mix.").arg(toExactString(b.newModels));
    }
    if (!b.goneModels.isZero()) {
        table.notes << QStringLiteral("Gone models are %1 USD of the mix.").arg(toExactString(b.goneModels));
    }
}

}  // namespace

Result<void> runBridge(const ReportContext& context, Table& table) {
    const ReportRequest& request = context.request;
    const DateRange against =
        request.against.value_or(comparedRange(request.range, Comparison::PreviousPeriod).value_or(request.range));
    const auto view = buildVarianceBridge(context.cache, {request.range, against, context.where});
    if (!view) return failure(view.error());
    for (const Line& line : linesOf(*view, request.ids)) table.rows.push_back(cellsOf(line));
    std::int64_t tokens[2] = {0, 0};
    for (const Bridge::Model& row : view->bridge.models) {
        tokens[0] += row.tokensBefore;
        tokens[1] += row.tokensAfter;
    }
    table.rows.push_back(cellsOf({QStringLiteral("total"), QStringLiteral("total"), view->bridge.before,
                                  view->bridge.after, view->bridge.effects, tokens[0], tokens[1]}));
    table.completeness = {view->usage, view->cost};
    table.asOf = view->asOf;
    addNotes(*view, table);
    return notePriorityTier(context, table);
}

}  // namespace tokenledger
