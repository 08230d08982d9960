#include "ui/models/audittable.h"

#include "app/core/texts.h"
#include "charts/format.h"

#include <algorithm>

namespace tokenledger {

namespace {

/// The stored words are English, in every language; these are the window's.
QString actionTitle(const QString& action) {
    const std::pair<const char*, QString> titles[] = {
        {"sync", tr("Sync")},
        {"import", tr("Import")},
        {"export", tr("Export")},
        {"close", tr("Close", "a month")},
        {"reopen", tr("Reopen", "a month")},
        {"key", tr("Key")},
        {"definition", tr("Change")},
        {"purge", tr("Purge")},
    };
    for (const auto& [name, title] : titles) {
        if (action == QLatin1String(name)) return title;
    }
    return action;
}

QString textAt(const std::vector<Cell>& row, std::size_t column) {
    const auto* text = std::get_if<QString>(&row[column]);
    return text != nullptr ? *text : QString();
}

}  // namespace

DisplayTable auditTable(const Table& report) {
    constexpr int ShownDigits = 12;  // of a SHA-256; all of them are copied and exported
    DisplayTable table;
    table.columns = {{tr("When"), CellKind::Text, 124},  {tr("Who"), CellKind::Text, 104},
                     {tr("What"), CellKind::Text, 92},   {tr("Subject"), CellKind::Text, 264},
                     {tr("Details"), CellKind::Text, 0}, {tr("SHA-256"), CellKind::Text, 124}};
    const std::size_t count = std::min(report.rows.size(), MostAuditEntries);
    table.rows.reserve(count);
    for (auto row = report.rows.rbegin(); table.rows.size() < count; ++row) {
        const auto* when = std::get_if<QDateTime>(&row->front());
        const QString time =
            when != nullptr ? formatDay(UtcDay::fromDateTime(*when)) + when->toUTC().toString(u" HH:mm") : QString();
        const QString hash = textAt(*row, 5);
        DisplayCell sha = hash.isEmpty() ? textCell(QStringLiteral("–")) : textCell(hash.left(ShownDigits) + u'…');
        sha.exact = hash;
        table.rows.push_back({DisplayRow::Kind::Normal,
                              {textCell(time), textCell(textAt(*row, 1)), textCell(actionTitle(textAt(*row, 2))),
                               textCell(textAt(*row, 3)), textCell(textAt(*row, 4)), sha}});
    }
    return table;
}

}  // namespace tokenledger
