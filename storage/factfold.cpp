#include "storage/factfold.h"

namespace tokenledger {

std::vector<RangePart> splitAtMonths(const DateRange& range) {
    const UtcDay firstWhole = range.first.firstOfMonth() == range.first ? range.first : range.first.lastOfMonth() + 1;
    const UtcDay lastWhole = range.last.lastOfMonth() == range.last ? range.last : range.last.firstOfMonth() - 1;
    if (firstWhole > lastWhole) return {{false, range}};
    std::vector<RangePart> parts;
    if (range.first < firstWhole) parts.push_back({false, {range.first, firstWhole - 1}});
    parts.push_back({true, {firstWhole, lastWhole}});
    if (lastWhole < range.last) parts.push_back({false, {lastWhole + 1, range.last}});
    return parts;
}

Result<void> checkQuery(const FactQuery& query, bool (*knows)(Dimension), bool hourly, const char* what) {
    const QString facts = QString::fromLatin1(what);
    if (query.by.size() > MaxKeys) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("At most %1 dimensions can be asked for at once.").arg(MaxKeys));
    }
    std::vector<Dimension> asked = query.by;
    for (const DimensionFilter& filter : query.where) asked.push_back(filter.dimension);
    for (const Dimension dimension : asked) {
        if (!knows(dimension)) {
            return failure(ErrorKind::Usage, QStringLiteral("%1 data is not known by %2. Leave that dimension out.")
                                                 .arg(facts, dimensionName(dimension)));
        }
    }
    if (query.interval == Interval::Hour && !hourly) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("%1 data is known by days only. Choose another interval than hour.").arg(facts));
    }
    return {};
}

}  // namespace tokenledger
