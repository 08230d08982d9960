#include "ui/pages/overviewtracked.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/models/displaytable.h"

namespace tokenledger {

namespace {

QString rateText(const TrackedRequests& tracked) {
    return tracked.judged > 0 ? tokenledger::tr("%1 successful").arg(formatPercent(tracked.successful, tracked.judged))
                              : QString();
}

QString figures(const TrackedRequests& tracked) {
    const QString requests = tokenledger::tr("%1 requests").arg(formatCount(*tracked.requests));
    const QString rate = rateText(tracked);
    return rate.isEmpty() ? requests : QString(requests + QStringLiteral(" · ") + rate);
}

QString daysText(const Overview& overview, const TrackedRequests& tracked) {
    return tracked.days == overview.range.days()
               ? QString()
               : tokenledger::tr("%1 of %2 days imported").arg(tracked.days).arg(overview.range.days());
}

}  // namespace

Notice::Content trackedLine(const Overview& overview) {
    Notice::Content line{Notice::Kind::Info, QStringLiteral("table"), {}, {}, {}, {}};
    if (overview.tracked.empty()) return line;
    const TrackedRequests& first = overview.tracked.front();
    line.claim = figures(first);
    QStringList reasons{tokenledger::tr("from internal tracking (%1)").arg(shownText(first.source))};
    if (const QString days = daysText(overview, first); !days.isEmpty()) reasons << days;
    for (std::size_t i = 1; i < overview.tracked.size(); ++i) {
        const TrackedRequests& other = overview.tracked[i];
        reasons << tokenledger::tr("%1: %2").arg(shownText(other.source), figures(other));
    }
    line.reason = reasons.join(QStringLiteral(" · "));
    line.action = tokenledger::tr("Why this number?");
    return line;
}

Explanation whyTracked(const Overview& overview) {
    Explanation why;
    why.title = tokenledger::tr("Requests and success rate");
    why.formula = tokenledger::tr(
        "Requests are what an imported internal tracking counted; Anthropic's reports hold no number of "
        "requests. Success rate: successful requests ÷ requests, over the days and models that tell both.");
    why.facts = {{tokenledger::tr("Period"), formatRange(overview.range)}};
    for (const TrackedRequests& tracked : overview.tracked) {
        why.facts.append({shownText(tracked.source), figures(tracked)});
        if (tracked.judged > 0) {
            why.facts.append(
                {tokenledger::tr("Success rate"),
                 tokenledger::tr("%1 ÷ %2").arg(formatCount(tracked.successful), formatCount(tracked.judged))});
        }
        why.facts.append({tokenledger::tr("Days"),
                          tokenledger::tr("%1 of %2 days imported").arg(tracked.days).arg(overview.range.days())});
    }
    if (overview.isFiltered) why.facts.append({tokenledger::tr("Filter"), tokenledger::tr("Filtered by model only.")});
    return why;
}

}  // namespace tokenledger
