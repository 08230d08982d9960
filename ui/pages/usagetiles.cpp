#include "ui/pages/usagetiles.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/usagetexts.h"

#include <utility>

namespace tokenledger {

namespace {

const QString Dash = QStringLiteral("–");

TextParts note(const QString& text) { return {{text, TextPart::Tone::Text3}}; }

/// More tokens are neither good nor bad: no colour says so.
TextParts changeNote(std::int64_t change, std::int64_t before, bool areTokens) {
    const QString figure = areTokens ? formatTokensChange(change) : formatCountChange(change);
    const QString arrow = change < 0 ? QStringLiteral("▼ ") : change > 0 ? QStringLiteral("▲ ") : QString();
    if (before <= 0) return {{arrow + figure, TextPart::Tone::Text2, true}};
    return {{arrow + formatPercentChange(change, before), TextPart::Tone::Text2, true},
            {QStringLiteral(" · ") + figure, TextPart::Tone::Text3}};
}

/// What stands in the place of a change: short.
TextParts insteadOfChange(const UsageBreakdown::Span& span) {
    const Completeness& c = span.completeness;
    if (c.isEmpty()) return note(tr("nothing fetched yet"));
    if (!c.isComplete()) return {{tr("%1 of %2 days").arg(c.presentDays()).arg(c.days())}};
    switch (span.comparability) {
        case Comparability::GapsBefore:
            return note(tr("earlier days not fetched"));
        case Comparability::NotOver:
            return note(tr("not over: no comparison"));
        default:
            return note(tr("no comparison"));
    }
}

struct Figure {
    UsageFigure what;
    QString title;
    std::int64_t (*of)(const UsageMeasures&);
};

std::vector<Figure> figures() {
    using M = UsageMeasures;
    return {{UsageFigure::Total, tr("Total tokens"), &totalTokens},
            {UsageFigure::UncachedInput, tr("Uncached input"), [](const M& m) { return m.uncachedInput; }},
            {UsageFigure::CacheRead, tr("Cache read"), [](const M& m) { return m.cacheRead; }},
            {UsageFigure::CacheWritten, tr("Cache written"),
             [](const M& m) { return m.cacheCreation5m + m.cacheCreation1h; }},  // part of a total that fits
            {UsageFigure::Output, tr("Output"), [](const M& m) { return m.output; }},
            {UsageFigure::WebSearches, tr("Web searches"), [](const M& m) { return m.webSearches; }}};
}

/// The second line: what the change is against, or the part of the whole.
TextParts secondNote(const UsageBreakdown::Span& span, const Figure& figure) {
    if (span.completeness.isEmpty()) return {};
    if (figure.what == UsageFigure::WebSearches) return note(tr("requests, not tokens"));
    if (figure.what != UsageFigure::Total) {
        return note(tr("%1 of all").arg(formatPercent(figure.of(span.tokens), totalTokens(span.tokens))));
    }
    if (!span.comparedTokens) return {};
    const QString before = formatTokens(totalTokens(*span.comparedTokens));
    return note(span.comparesAllDays() ? tr("was %1").arg(before)
                                       : tr("was %1 to %2").arg(before, formatDay(span.wholeDays.last)));
}

TileContent tileOf(const UsageBreakdown& b, const Figure& figure) {
    const UsageBreakdown::Span& span = b.range;
    const bool areTokens = figure.what != UsageFigure::WebSearches;
    const bool known = !span.completeness.isEmpty();
    const std::int64_t value = figure.of(span.tokens);
    TileContent tile;
    tile.title = figure.title;
    tile.value = !known ? Dash : areTokens ? formatTokens(value) : formatCount(value);
    tile.exact = known ? formatCount(value) : QString();
    tile.note2 = secondNote(span, figure);
    tile.why = whyUsage(b, span, true, tile.title, usageFormula(figure.what), tile.exact);
    if (!span.ofWholeDays || !span.comparedTokens) {
        // Why there is no change, one tile says for all.
        if (figure.what == UsageFigure::Total || !known) {
            tile.note1 = insteadOfChange(span);
        } else {
            std::swap(tile.note1, tile.note2);
        }
        return tile;
    }
    const std::int64_t now = figure.of(*span.ofWholeDays);
    const std::int64_t before = figure.of(*span.comparedTokens);
    tile.note1 = changeNote(now - before, before, areTokens);
    tile.why.facts.insert(
        tile.why.facts.size() - 2,
        {span.comparesAllDays() ? tr("Change") : tr("Change to %1").arg(formatDay(span.wholeDays.last)),
         tr("%1 − %2 = %3").arg(formatCount(now), formatCount(before), formatCountChange(now - before))});
    return tile;
}

TileContent requestsTile() {
    TileContent tile;
    tile.title = tr("Requests");
    tile.value = Dash;
    tile.note1 = usageTileNote();
    tile.why = {tile.title,
                tr("The usage report counts tokens and web searches. It has no number of requests, and none is "
                   "estimated here: there is no figure rather than an invented one."),
                {{tr("Source"), tr("Messages usage report")}}};
    return tile;
}

}  // namespace

TextParts usageTileNote() { return note(tr("not reported by this API")); }

std::array<TileContent, UsageTileCount> usageTiles(const UsageBreakdown& b) {
    std::array<TileContent, UsageTileCount> tiles;
    const std::vector<Figure> all = figures();
    for (std::size_t i = 0; i < all.size(); ++i) tiles[i] = tileOf(b, all[i]);
    const UsageMeasures& m = b.range.tokens;
    if (!b.range.completeness.isEmpty()) {
        tiles[3].why.facts.append(
            {tr("Parts"), tr("%1 for 5 minutes, %2 for 1 hour")
                              .arg(formatCount(m.cacheCreation5m), formatCount(m.cacheCreation1h))});
    }
    tiles.back() = requestsTile();
    return tiles;
}

}  // namespace tokenledger
