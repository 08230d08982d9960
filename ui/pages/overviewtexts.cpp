#include "ui/pages/overviewtexts.h"

#include "app/core/texts.h"
#include "charts/format.h"

#include <algorithm>

namespace tokenledger {

namespace {

QString daysText(int days) { return days == 1 ? tr("1 day") : tr("%n days", nullptr, days); }

/// "Claude Code: 1 day failed", "Usage: 3 days not fetched"; empty when every day is there.
QString gapsOf(const QString& dataset, const Completeness& c, bool missingToo) {
    QStringList parts;
    if (c.failedDays > 0) parts.append(tr("%1 failed").arg(daysText(c.failedDays)));
    if (missingToo && c.missingDays > 0) parts.append(tr("%1 missing").arg(daysText(c.missingDays)));
    return parts.isEmpty() ? QString() : tr("%1: %2").arg(dataset, parts.join(QStringLiteral(", ")));
}

QString againstSentence(const Overview& o) {
    const Money now = *o.spendOfWholeDays;
    const Money before = *o.comparedSpend;
    const QString against = comparedText(o);
    const QString spend = o.comparesAllDays() ? tr("Spend") : tr("Spend to %1").arg(formatDay(o.wholeDays.last));
    const bool fell = now < before;
    const auto size = subtract(std::max(now, before), std::min(now, before));
    if (!size || size->isZero()) return tr("%1 is the same as in %2.").arg(spend, against);
    QString amount = formatMoney(*size);
    if (before > Money()) amount += QStringLiteral(" (%1)").arg(formatPercent(size->nano(), before.nano()));
    QString sentence = (fell ? tr("%1 fell %2 against %3") : tr("%1 rose %2 against %3")).arg(spend, amount, against);
    if (o.tokensOfWholeDays && o.comparedTokens) {
        const auto tokens = o.tokensOfWholeDays->totalTokens();
        const auto tokensBefore = o.comparedTokens->totalTokens();
        if (tokens && tokensBefore && fell && *tokens > *tokensBefore) sentence += tr(", while tokens grew");
        if (tokens && tokensBefore && !fell && *tokens < *tokensBefore) sentence += tr(", while tokens fell");
    }
    return sentence + QLatin1Char('.');
}

}  // namespace

QString comparedText(const Overview& o) {
    if (!o.compared) return {};
    const bool sameYear = o.compared->first.toDate().year() == o.range.last.toDate().year();
    return sameYear ? formatRangeShort(*o.compared) : formatRange(*o.compared);
}

std::optional<DateRange> coveredRange(const Overview& o) {
    if (o.cost.isEmpty()) return std::nullopt;
    DateRange covered = o.range;
    for (const DayGap& gap : o.costGaps) {
        if (gap.failed) continue;
        if (gap.days.first == o.range.first) covered.first = gap.days.last + 1;
        if (gap.days.last == o.range.last) covered.last = gap.days.first - 1;
    }
    return covered;
}

QString daysInWords(const Completeness& completeness) {
    QString text = tr("%1 of %2 final").arg(QString::number(completeness.finalDays), daysText(completeness.days()));
    if (completeness.provisionalDays > 0) text += tr(", %1 provisional").arg(completeness.provisionalDays);
    if (completeness.missingDays > 0) text += tr(", %1 not fetched yet").arg(completeness.missingDays);
    if (completeness.failedDays > 0) text += tr(", %1 failed").arg(completeness.failedDays);
    return text;
}

QString gapsText(const Overview& o) {
    // What is missing of the cost is counted beside it already.
    QStringList parts{gapsOf(tr("Cost"), o.cost, false), gapsOf(tr("Usage"), o.usage, true),
                      gapsOf(tr("Claude Code"), o.claudeCode, true)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

QString overviewSentence(const Overview& o) {
    const int present = o.cost.presentDays();
    const auto covered = coveredRange(o);
    if (!covered) return tr("Nothing has been fetched for %1 yet.").arg(formatRange(o.range));
    if (!o.cost.isComplete()) {
        const QString here = tr("%1 of %2 days are here. ").arg(present).arg(o.cost.days());
        if (*covered != o.range) {
            return here +
                   tr("Figures below cover %1 only until the others are fetched.").arg(formatRangeShort(*covered));
        }
        return here + tr("The missing days are gaps below, not zeros.");
    }
    if (o.spendOfWholeDays && o.comparedSpend && o.compared) return againstSentence(o);
    return tr("Spend was %1 in %2.").arg(formatMoney(o.spend), daysText(o.range.days()));
}

}  // namespace tokenledger
