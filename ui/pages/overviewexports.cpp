#include "ui/pages/overviewexports.h"

#include "app/core/texts.h"
#include "charts/format.h"

namespace tokenledger {

namespace {

Table changesOf(const Overview& overview) {
    Table table;
    table.report = QStringLiteral("changes");
    table.range = overview.range;
    table.interval = Interval::Total;
    table.columns = {{QStringLiteral("workspace"), ColumnType::Text, {}},
                     {QStringLiteral("model"), ColumnType::Text, {}},
                     {QStringLiteral("amount_usd"), ColumnType::Money, QStringLiteral("USD")},
                     {QStringLiteral("change_usd"), ColumnType::Money, QStringLiteral("USD")}};
    for (const auto& row : overview.changes) {
        const Money cost = row.change ? row.costOfWholeDays : row.cost;
        table.rows.push_back({row.workspace, row.model, cost, row.change ? Cell(*row.change) : Cell()});
    }
    table.completeness = {overview.cost};
    table.asOf = overview.asOf;
    if (overview.comparedSpend && overview.compared) {
        table.notes.append(tr("Amounts are of %1, changes against %2.")
                               .arg(formatRange(overview.wholeDays), formatRange(*overview.compared)));
    }
    return table;
}

}  // namespace

std::vector<NamedReport> overviewExports(const SessionController& controller) {
    const auto named = [&controller](const QString& title, const char* slug, const char* report) {
        NamedReport one{title, QLatin1String(slug), {}, {}};
        one.request.report = QLatin1String(report);
        one.request.range = controller.range();
        one.request.interval = controller.interval();
        one.request.where = controller.filters().reportFilters(findReport(one.request.report)->dimensions);
        return one;
    };
    NamedReport cost = named(tr("Cost by model"), "cost-by-model", "cost");
    NamedReport models = named(tr("Model distribution"), "model-distribution", "cost");
    for (NamedReport* one : {&cost, &models}) one->request.by = {Dimension::Model};
    models.request.interval = Interval::Total;
    std::vector<NamedReport> all{cost, models, named(tr("Cache efficiency"), "cache-efficiency", "cache")};
    if (controller.overview()) {
        all.push_back({tr("Changes table"), QStringLiteral("changes"), {}, changesOf(*controller.overview())});
    }
    return all;
}

}  // namespace tokenledger
