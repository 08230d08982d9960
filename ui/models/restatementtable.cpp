#include "ui/models/restatementtable.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "charts/palette.h"

#include <algorithm>

namespace tokenledger {

namespace {

std::optional<std::int64_t> numberOf(const Cell& cell) {
    if (const auto* money = std::get_if<Money>(&cell)) return money->nano();
    if (const auto* count = std::get_if<std::int64_t>(&cell)) return *count;
    return std::nullopt;
}

/// A figure in the unit of its row. `change`: with its sign.
DisplayCell figure(std::optional<std::int64_t> number, bool isMoney, bool change) {
    if (!number) return {QStringLiteral("–"), {}, std::nullopt, {}};
    if (isMoney) {
        const Money money = Money::fromNano(*number);
        return {change ? formatMoneyChange(money) : formatMoney(money), {}, number, toExactString(money)};
    }
    return {change ? formatCountChange(*number) : formatCount(*number), {}, number, QString::number(*number)};
}

/// "workspace=Research; model=claude-opus-5-5" without the names of the dimensions.
QString valuesOnly(const QString& dimensions) {
    QStringList values;
    for (const QString& part : dimensions.split(QStringLiteral("; "))) {
        const QString value = part.section(QLatin1Char('='), 1);
        const bool isModel = part.startsWith(QLatin1String("model="));
        values.append(value.isEmpty() ? part : isModel ? modelDisplayName(value) : value);
    }
    return values.join(QStringLiteral(" · "));
}

QString measureTitle(const QString& measure) {
    QString title = measure;
    if (title.endsWith(QLatin1String("_usd"))) title.chop(4);
    return title.replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString textAt(const std::vector<Cell>& row, std::size_t column) {
    const auto* text = std::get_if<QString>(&row[column]);
    return text != nullptr ? *text : QString();
}

}  // namespace

DisplayTable restatementTable(const Table& report) {
    DisplayTable table;
    table.columns = {{tr("Seen"), CellKind::Text, 124},    {tr("Dataset"), CellKind::Text, 104},
                     {tr("Day"), CellKind::Text, 108},     {tr("What"), CellKind::Text, 0},
                     {tr("Measure"), CellKind::Text, 164}, {tr("Before"), CellKind::Figure, 124},
                     {tr("After"), CellKind::Figure, 124}, {tr("Change"), CellKind::Figure, 124}};
    const std::size_t count = std::min(report.rows.size(), MostRestatements);
    table.rows.reserve(count);
    for (auto row = report.rows.rbegin(); table.rows.size() < count; ++row) {
        const auto* seen = std::get_if<QDateTime>(&row->front());
        const auto day = UtcDay::fromIso(textAt(*row, 2));
        const auto before = numberOf((*row)[5]);
        const auto after = numberOf((*row)[6]);
        const bool isMoney = std::holds_alternative<Money>((*row)[5]) || std::holds_alternative<Money>((*row)[6]);
        // No row is nothing that was billed or used, so the whole value is the change.
        std::int64_t difference = 0;
        const bool fits = !__builtin_sub_overflow(after.value_or(0), before.value_or(0), &difference);
        const QString seenText =
            seen != nullptr ? formatDay(UtcDay::fromDateTime(*seen)) + seen->toUTC().toString(u" HH:mm") : QString();
        table.rows.push_back(
            {DisplayRow::Kind::Normal,
             {textCell(seenText), textCell(textAt(*row, 1)), textCell(day ? formatDayWithYear(*day) : textAt(*row, 2)),
              textCell(valuesOnly(textAt(*row, 3))), textCell(measureTitle(textAt(*row, 4))),
              figure(before, isMoney, false), figure(after, isMoney, false),
              figure(fits ? std::optional(difference) : std::nullopt, isMoney, true)}});
    }
    return table;
}

}  // namespace tokenledger
