#include "ui/pages/trackingtable.h"

#include "app/core/texts.h"
#include "charts/format.h"

#include <algorithm>

namespace tokenledger {

namespace {

DisplayColumn column(const QString& title, CellKind kind, int width, int givesWay = 0) {
    DisplayColumn made;
    made.title = title;
    made.kind = kind;
    made.width = width;
    made.givesWay = givesWay;
    return made;
}

bool isMoney(const TrackingMatchRow& row) { return row.kind == TrackedKind::Cost; }

QString shownFigure(const TrackingMatchRow& row, std::int64_t value) {
    return isMoney(row) ? formatMoney(Money::fromNano(value)) : formatCount(value);
}
QString exactFigure(const TrackingMatchRow& row, std::int64_t value) {
    return isMoney(row) ? formatMoneyExact(Money::fromNano(value)) : formatCount(value);
}

DisplayCell figureCell(const TrackingMatchRow& row, std::int64_t value) {
    DisplayCell cell = textCell(shownFigure(row, value));
    cell.number = value;
    cell.exact = isMoney(row) ? toExactString(Money::fromNano(value)) : QString::number(value);
    return cell;
}

DisplayCell percentCell(const TrackingMatchRow& row) {
    DisplayCell cell =
        textCell(row.anthropic != 0 ? formatPercentChange(row.difference, row.anthropic, 2) : QStringLiteral("–"));
    if (row.anthropic != 0) cell.number = ratioPpm(row.difference, row.anthropic);
    return cell;
}

DisplayCell statusCell(TrackingStatus status) {
    DisplayCell cell = textCell(trackingStatusTitle(status));
    if (isDifference(status)) cell.tone = DisplayCell::Tone::Bad;
    if (status == TrackingStatus::Exact) cell.tone = DisplayCell::Tone::Good;
    return cell;
}

int countOf(const TrackingComparison& comparison, std::initializer_list<TrackingStatus> statuses) {
    const auto& rows = comparison.match.rows;
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&statuses](const TrackingMatchRow& row) {
        return std::find(statuses.begin(), statuses.end(), row.status) != statuses.end();
    }));
}

}  // namespace

QString trackedKindTitle(TrackedKind kind) {
    switch (kind) {
        case TrackedKind::UncachedInput:
            return tr("Uncached input");
        case TrackedKind::CacheCreation5m:
            return tr("Cache written, 5 minutes");
        case TrackedKind::CacheCreation1h:
            return tr("Cache written, 1 hour");
        case TrackedKind::CacheCreation:
            return tr("Cache written");
        case TrackedKind::CacheRead:
            return tr("Cache read");
        case TrackedKind::Output:
            return tr("Output");
        case TrackedKind::Cost:
            return tr("Cost");
    }
    return {};
}

QString trackingStatusTitle(TrackingStatus status) {
    switch (status) {
        case TrackingStatus::Exact:
            return tr("exact");
        case TrackingStatus::Close:
            return tr("close");
        case TrackingStatus::Investigate:
            return tr("investigate");
        case TrackingStatus::OnlyInternal:
            return tr("only internal");
        case TrackingStatus::OnlyAnthropic:
            return tr("only Anthropic");
        case TrackingStatus::Provisional:
            return tr("provisional");
    }
    return {};
}

DisplayTable trackingTable(const TrackingPicture& picture) {
    DisplayTable table;
    table.columns = {column(tr("Model"), CellKind::Model, 0),         column(tr("Kind"), CellKind::Text, 204),
                     column(tr("Internal"), CellKind::Figure, 136),   column(tr("Anthropic"), CellKind::Figure, 136),
                     column(tr("Difference"), CellKind::Figure, 120), column(tr("In per cent"), CellKind::Percent, 112),
                     column(tr("Status"), CellKind::Pill, 124),       column(tr("Days"), CellKind::Count, 64, 1)};
    table.columns[0].least = 150;
    if (!picture.comparison) return table;
    const TrackingComparison& comparison = *picture.comparison;
    for (const TrackingMatchRow& row : comparison.match.rows) {
        const QString model = comparison.models.at(row.model);
        QString kind = trackedKindTitle(*row.kind);
        if (isMoney(row) && comparison.costIsEstimate) kind = tr("Cost (estimated)");
        DisplayRow shown{DisplayRow::Kind::Normal,
                         {modelCell(model, tr("(no model)")), textCell(kind), figureCell(row, row.internal),
                          figureCell(row, row.anthropic), figureCell(row, row.difference), percentCell(row),
                          statusCell(row.status), numberCell(CellKind::Count, row.daysCompared)}};
        shown.key = model + u'|' + trackedKindName(*row.kind);
        if (isDifference(row.status)) shown.tone = DisplayRow::Tone::Bad;
        table.rows.push_back(std::move(shown));
    }
    return table;
}

QString trackingSummary(const TrackingPicture& picture) {
    const TrackingComparison& comparison = *picture.comparison;
    const QString days = tr("%1 of %2 days compared").arg(comparison.match.compared).arg(picture.range.days());
    QStringList parts;
    const auto say = [&](std::initializer_list<TrackingStatus> statuses, const QString& text) {
        const int count = countOf(comparison, statuses);
        if (count > 0) parts << text.arg(count);
    };
    say({TrackingStatus::Investigate}, tr("%1 to investigate"));
    say({TrackingStatus::OnlyInternal, TrackingStatus::OnlyAnthropic}, tr("%1 on one side only"));
    say({TrackingStatus::Exact}, tr("%1 exact"));
    say({TrackingStatus::Close}, tr("%1 close"));
    if (parts.isEmpty()) parts << tr("nothing to compare in this period");
    return days + QStringLiteral(" · ") + parts.join(QStringLiteral(", "));
}

Explanation whyTracking(const TrackingPicture& picture, const TrackingMatchRow& row) {
    const TrackingComparison& comparison = *picture.comparison;
    Explanation why;
    why.title = comparison.models.at(row.model) + QStringLiteral(" · ") + trackedKindTitle(*row.kind);
    why.formula =
        tr("Internal − Anthropic, over the days that are final there and were imported whole; in per cent of "
           "Anthropic's figure.");
    why.facts = {{tr("Internal"), tr("%1, from %2").arg(exactFigure(row, row.internal), comparison.source)},
                 {tr("Anthropic"),
                  tr("%1, from the %2")
                      .arg(exactFigure(row, row.anthropic), isMoney(row) ? tr("cost report") : tr("usage report"))},
                 {tr("Difference"), exactFigure(row, row.difference)},
                 {tr("Period"), formatRange(picture.range)},
                 {tr("Days"), tr("%1 compared, %2 left out").arg(row.daysCompared).arg(row.daysLeftOut)},
                 {tr("Status"), tr("%1; exact below %2 %, close below %3 %")
                                    .arg(trackingStatusTitle(row.status), percentText(comparison.limits.exact),
                                         percentText(comparison.limits.close))}};
    for (const QString& note : comparison.notes()) why.facts.append({tr("Note"), note});
    return why;
}

}  // namespace tokenledger
