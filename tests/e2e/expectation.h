// What reports must say, computed from the test's input rows with arithmetic of its own: 128-bit integers, decimal
// text, QDate's calendar. Nothing here uses the program's Money, periods or sums.
#pragma once

#include "tests/support/fakeadmindata.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <map>
#include <vector>

namespace tokenledger::test {

__extension__ using Wide = __int128;

/// Cents in units of 1e-7 cents, which is nano-dollars. No finer text is accepted.
[[nodiscard]] Wide nanoOfCents(const QString& text);
/// Plain decimal dollars, at least two places.
[[nodiscard]] QString dollars(Wide nano);
[[nodiscard]] QString wholeNumber(Wide value);
/// numerator / denominator with six places, half-even; empty for a zero denominator.
[[nodiscard]] QString ratio(Wide numerator, Wide denominator);

/// "2026-11-20", "2026-W47", "2026-11", "2026-11-20T13:00:00Z", "total".
[[nodiscard]] QString periodOf(std::int64_t seconds, const QString& interval);

/// The ids of a row's dimensions by name; nothing: null.
using Dimensions = QMap<QString, OptionalText>;
[[nodiscard]] Dimensions dimensionsOf(const FakeUsage& row);
[[nodiscard]] Dimensions dimensionsOf(const FakeCost& row);
[[nodiscard]] Dimensions dimensionsOf(const FakeClaudeCode& row);

/// A row of a report before it is spelled: period, ids, sums.
using GroupKey = std::pair<QString, std::vector<OptionalText>>;
using Sums = std::map<GroupKey, std::vector<Wide>>;

/// Adds `values` to the sum of the row's period and dimensions.
void addTo(Sums& sums, const QString& period, const Dimensions& row, const QStringList& by,
           const std::vector<Wide>& values);

/// How dimension values are shown: names where known, "(default workspace)" and "(console)" for null, or bare ids.
class Names {
public:
    explicit Names(const FakeData& data);
    [[nodiscard]] QString shown(const QString& dimension, const OptionalText& id, bool ids) const;

private:
    QHash<QString, QString> m_names;
};

/// Rows as the report must have them, without regard to their order: period, dimensions, then `spell(sums)`.
template <typename Spell>
std::vector<QStringList> spelled(const Sums& sums, const QStringList& by, const Names& names, bool ids, Spell spell) {
    std::vector<QStringList> rows;
    for (const auto& [key, values] : sums) {
        QStringList row{key.first};
        for (qsizetype i = 0; i < by.size(); ++i)
            row << names.shown(by[i], key.second[static_cast<std::size_t>(i)], ids);
        rows.push_back(row + spell(values));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// The leading apostrophe that a spreadsheet needs before what it would run as a formula.
[[nodiscard]] QString guarded(const QString& text);

}  // namespace tokenledger::test
