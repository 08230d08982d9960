#include "ui/models/displaytable.h"

#include "app/core/texts.h"
#include "app/export/harmlesstext.h"
#include "charts/format.h"
#include "charts/palette.h"

#include <algorithm>

namespace tokenledger {

namespace {

bool isSummed(CellKind kind) {
    return kind == CellKind::Money || kind == CellKind::Change || kind == CellKind::Tokens || kind == CellKind::Count ||
           kind == CellKind::ChangeBar;
}

QString textOf(CellKind kind, std::int64_t number) {
    switch (kind) {
        case CellKind::Money:
            return formatMoney(Money::fromNano(number));
        case CellKind::Change:
            return formatMoneyChange(Money::fromNano(number));
        case CellKind::Tokens:
            return formatTableTokens(number);
        case CellKind::Count:
            return formatCount(number);
        case CellKind::Percent:
            return formatPercent(number, 1'000'000);
        case CellKind::ChangeBar:
        case CellKind::Text:
        case CellKind::Model:
        case CellKind::Pill:
        case CellKind::Code:
        case CellKind::Figure:
        case CellKind::Time:
            break;
    }
    return {};
}

}  // namespace

QString shownText(QString text) {
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; }, QChar(u' '));
    return harmless(text);
}

DisplayCell textCell(const QString& text) { return {shownText(text), {}, std::nullopt, {}}; }

DisplayCell modelCell(const QString& modelId, const QString& none) {
    return {shownText(modelId.isEmpty() ? none : modelDisplayName(modelId)), modelId, std::nullopt, {}};
}

DisplayCell numberCell(CellKind kind, std::optional<std::int64_t> number) {
    if (!number) return {kind == CellKind::ChangeBar ? QString() : QStringLiteral("–"), {}, std::nullopt, {}};
    return {textOf(kind, *number), {}, number, {}};
}

QString plainCell(const DisplayColumn& column, const DisplayCell& cell) {
    if (column.kind == CellKind::Time && cell.number) return cell.exact;
    if (!column.isNumber()) return cell.text;
    if (!cell.number) return {};
    switch (column.kind) {
        case CellKind::Figure:
            return cell.exact;
        case CellKind::Money:
        case CellKind::Change:
        case CellKind::ChangeBar:
            return toExactString(Money::fromNano(*cell.number));
        case CellKind::Percent: {
            // Parts per million as a plain decimal; never through a double.
            const QString digits = QStringLiteral("%1").arg(*cell.number, 7, 10, QLatin1Char('0'));
            return QString(digits.left(digits.size() - 6) + QLatin1Char('.') + digits.right(6));
        }
        default:
            return QString::number(*cell.number);
    }
}

DisplayRow restOf(const DisplayTable& table, const std::vector<const DisplayRow*>& rows) {
    DisplayRow rest{DisplayRow::Kind::Rest, {}};
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const CellKind kind = table.columns[column].kind;
        const int shareOf = table.columns[column].shareOf;
        if (shareOf >= 0 && table.total) {
            const auto part = sumOf(rows, static_cast<std::size_t>(shareOf));
            const auto whole = table.total->cells[static_cast<std::size_t>(shareOf)].number;
            rest.cells.push_back(numberCell(kind, part && whole ? ratioPpm(*part, *whole) : std::nullopt));
        } else {
            rest.cells.push_back(isSummed(kind) ? numberCell(kind, sumOf(rows, column)) : textCell({}));
        }
    }
    // Never one row: a single one is shown as it is.
    rest.cells.front().text = tr("%1 other rows").arg(rows.size());
    return rest;
}

QStringList columnKeys(const std::vector<DisplayColumn>& columns) {
    QStringList keys;
    for (const DisplayColumn& column : columns) {
        const QString name = column.id.isEmpty() ? column.title : column.id;
        QString key = name;
        for (int copy = 2; keys.contains(key); ++copy) key = name + QLatin1Char('#') + QString::number(copy);
        keys.append(key);
    }
    return keys;
}

std::optional<std::int64_t> sumOf(const std::vector<const DisplayRow*>& rows, std::size_t column) {
    std::optional<std::int64_t> sum;
    for (const DisplayRow* row : rows) {
        const auto& number = row->cells[column].number;
        if (!number) continue;
        std::int64_t next = 0;
        if (__builtin_add_overflow(sum.value_or(0), *number, &next)) return std::nullopt;
        sum = next;
    }
    return sum;
}

}  // namespace tokenledger
