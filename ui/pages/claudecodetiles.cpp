#include "ui/pages/claudecodetiles.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/claudecodetexts.h"

#include <functional>

namespace tokenledger {

namespace {

const QString None = QStringLiteral("–");

/// A figure of some days; nothing where it cannot be.
using Figure = std::function<std::optional<std::int64_t>(const ClaudeCodeActivity::Figures&)>;

TextParts note(const QString& text) { return {{text, TextPart::Tone::Text3}}; }

QString noComparison(Comparability comparability) {
    switch (comparability) {
        case Comparability::GapsBefore:
            return tr("earlier days not fetched");
        case Comparability::NotOver:
            return tr("not over: no comparison");
        case Comparability::GapsNow:
            return tr("days missing: no comparison");
        case Comparability::Yes:
        case Comparability::NotAsked:
            break;
    }
    return tr("no comparison");
}

/// How a figure and its change are written, and how the change is said in a tile.
struct Style {
    QString (*value)(std::int64_t);
    QString (*change)(std::int64_t);
    bool percent = true;  // beside the change
};

QString countText(std::int64_t n) { return formatCount(n); }
QString countChange(std::int64_t n) { return formatCountChange(n); }
QString moneyText(std::int64_t nano) { return formatMoney(Money::fromNano(nano)); }
QString moneyChange(std::int64_t nano) { return formatMoneyChange(Money::fromNano(nano)); }
QString percentText(std::int64_t ppm) { return formatPercent(ppm, 1'000'000); }
QString pointsChange(std::int64_t ppm) { return formatPoints(ppm); }

constexpr Style Counts{countText, countChange};
constexpr Style People{countText, countChange, false};
constexpr Style Dollars{moneyText, moneyChange};
constexpr Style Ratio{percentText, pointsChange, false};

struct Change {
    std::int64_t now = 0;
    std::int64_t before = 0;
    [[nodiscard]] std::int64_t size() const { return now - before; }
};

std::optional<Change> changeOf(const ClaudeCodeActivity& a, const Figure& figure) {
    if (!a.ofWholeDays || !a.ofCompared) return std::nullopt;
    const auto now = figure(*a.ofWholeDays);
    const auto before = figure(*a.ofCompared);
    std::int64_t size = 0;
    if (!now || !before || __builtin_sub_overflow(*now, *before, &size)) return std::nullopt;
    return Change{*now, *before};
}

/// More use is neither good nor bad: the arrow alone says where it went.
TextParts changeNote(const ClaudeCodeActivity& a, const std::optional<Change>& change, const Style& style) {
    if (!change) return note(noComparison(a.comparability));
    const std::int64_t size = change->size();
    if (size == 0) return note(tr("unchanged"));
    const QString inWords = style.change(size);
    // What is rounded to nothing has no direction either.
    const bool seen = std::any_of(inWords.begin(), inWords.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    const QString arrow = !seen ? QString() : size < 0 ? QStringLiteral("▼ ") : QStringLiteral("▲ ");
    const bool percent = style.percent && change->before > 0;
    TextParts parts{
        {arrow + (percent ? formatPercentChange(size, change->before) : inWords), TextPart::Tone::Text2, true}};
    if (percent) parts.append({QStringLiteral(" · ") + inWords, TextPart::Tone::Text3});
    return parts;
}

class TileMaker {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::TileMaker)
public:
    explicit TileMaker(const ClaudeCodeActivity& activity) : m_activity(activity) {}

    [[nodiscard]] TileContent make(const QString& title, const QString& formula, const Style& style,
                                   const QString& exact, const Figure& figure) const {
        const ClaudeCodeActivity& a = m_activity;
        const auto value = a.completeness.isEmpty() ? std::nullopt : figure(a.total);
        TileContent tile;
        tile.title = title;
        tile.value = value ? style.value(*value) : None;
        tile.exact = value ? exact : QString();
        tile.why = whyClaudeCode(a, ClaudeCodeSpan::Range, title, formula, tile.exact);
        const auto change = changeOf(a, figure);
        tile.note2 = changeNote(a, change, style);
        if (!change) return tile;
        const QString before = formatRange(*a.compared);
        const QString days = a.comparesAllDays() ? before
                                                 : tr("%1 with %2; the days after were not over when they were fetched")
                                                       .arg(formatRange(a.wholeDays), before);
        // Behind the value and its days.
        tile.why.facts.insert(2, {tr("Compared"), days});
        tile.why.facts.insert(3, {tr("Change"), tr("%1 − %2 = %3")
                                                    .arg(style.value(change->now), style.value(change->before),
                                                         style.change(change->size()))});
        return tile;
    }
    [[nodiscard]] TileContent count(ClaudeCodeMeasure measure, const Figure& figure,
                                    const Style& style = Counts) const {
        const auto value = figure(m_activity.total);
        return make(measureTitle(measure), measureFormula(measure), style, value ? formatCount(*value) : QString(),
                    figure);
    }

private:
    const ClaudeCodeActivity& m_activity;
};

std::optional<std::int64_t> acceptancePpm(const ClaudeCodeMeasures& m) {
    const auto all = suggested(m.toolAccepted, m.toolRejected);
    return all ? ratioPpm(m.toolAccepted, *all) : std::nullopt;
}

TileContent acceptanceTile(const ClaudeCodeActivity& a) {
    const ClaudeCodeMeasures& m = a.total.measures;
    const auto all = suggested(m.toolAccepted, m.toolRejected);
    const QString exact = all ? tr("%1 of %2").arg(formatCount(m.toolAccepted), formatCount(*all)) : QString();
    TileContent tile = TileMaker(a).make(tr("Acceptance"), acceptanceFormula(), Ratio, exact,
                                         [](const auto& f) { return acceptancePpm(f.measures); });
    tile.note1 = note(all && *all > 0 ? tr("%1 suggestions").arg(exact) : tr("no suggestions"));
    return tile;
}

/// "22.4": people on a workday.
QString workdayMean(const ClaudeCodeActivity::ActiveUsers& active) {
    const std::int64_t tenths = divideHalfEven(active.workdayPeople * 10, active.workdays);
    return QLocale().toString(static_cast<double>(tenths) / 10, 'f', 1);
}

TileContent usersTile(const ClaudeCodeActivity& a) {
    const ClaudeCodeActivity::ActiveUsers& active = a.active;
    TileContent tile = TileMaker(a).count(
        ClaudeCodeMeasure::ActiveUsers, [](const auto& f) { return f.users.people; }, People);
    QStringList spans;
    auto& facts = tile.why.facts;
    if (active.finalDay) {
        spans.append(tr("day %1").arg(formatCount(active.onFinalDay)));
        facts.append(
            {tr("Day"), tr("%1 on %2, the last final day")
                            .arg(formatCount(active.onFinalDay),
                                 formatPeriod(active.finalDay->startSeconds(), Interval::Day, a.request.range))});
    }
    if (active.ofWeek) {
        spans.append(tr("week %1").arg(formatCount(*active.ofWeek)));
        facts.append({tr("Week"), tr("%1 in the last 7 days").arg(formatCount(*active.ofWeek))});
    }
    if (active.ofMonth) {
        spans.append(tr("month %1").arg(formatCount(*active.ofMonth)));
        facts.append({tr("Month"), tr("%1 in the last 30 days").arg(formatCount(*active.ofMonth))});
    }
    tile.note1 = note(spans.isEmpty() ? tr("no final day yet") : spans.join(QStringLiteral(" · ")));
    if (active.workdays > 0) {
        const QString mean = workdayMean(active);
        // There is no room for why there is no change.
        const bool changed = a.ofCompared && a.ofWholeDays->users.people != a.ofCompared->users.people;
        if (!changed) tile.note2.clear();
        if (changed) tile.note2.append({QStringLiteral(" · "), TextPart::Tone::Text3});
        tile.note2.append({tr("workday mean %1").arg(mean), TextPart::Tone::Text3});
        facts.append({tr("Workday mean"), tr("%1 over %2 days from Monday to Friday that were over when fetched = %3")
                                              .arg(formatCount(active.workdayPeople))
                                              .arg(active.workdays)
                                              .arg(mean)});
    }
    return tile;
}

TileContent costTile(const ClaudeCodeActivity& a) {
    const ClaudeCodeMeasures& m = a.total.measures;
    TileContent tile = TileMaker(a).make(
        measureTitle(ClaudeCodeMeasure::EstimatedCost), measureFormula(ClaudeCodeMeasure::EstimatedCost), Dollars,
        formatMoneyExact(m.estimatedCost), [](const auto& f) { return f.measures.estimatedCost.nano(); });
    const auto addQuotient = [&](const QString& name, std::int64_t count) {
        const auto each = costPer(m.estimatedCost, count);
        if (!each) return QString();
        tile.why.facts.append({name, tr("%1 / %2 = %3, an estimate")
                                         .arg(formatMoney(m.estimatedCost), formatCount(count), formatMoney(*each))});
        return formatMoney(*each);
    };
    const QString perCommit = addQuotient(tr("Per commit"), m.commits);
    addQuotient(tr("Per active user"), a.total.users.people);
    tile.note1 = note(perCommit.isEmpty() ? tr("not the bill") : tr("%1 a commit").arg(perCommit));
    return tile;
}

}  // namespace

std::array<TileContent, 6> claudeCodeTiles(const ClaudeCodeActivity& a) {
    const TileMaker maker(a);
    const ClaudeCodeMeasures& m = a.total.measures;
    TileContent sessions = maker.count(ClaudeCodeMeasure::Sessions, [](const auto& f) { return f.measures.sessions; });
    TileContent lines = maker.count(ClaudeCodeMeasure::LinesAdded, [](const auto& f) { return f.measures.linesAdded; });
    TileContent commits = maker.count(ClaudeCodeMeasure::Commits, [](const auto& f) { return f.measures.commits; });
    std::array<TileContent, 6> tiles{std::move(sessions), std::move(lines), std::move(commits),
                                     acceptanceTile(a),   usersTile(a),     costTile(a)};
    tiles[1].why.facts.append({tr("Removed"), formatCount(m.linesRemoved)});
    tiles[2].why.facts.append({tr("Pull requests"), formatCount(m.pullRequests)});
    tiles[0].note1 = note(tr("%1 of %2 days").arg(a.completeness.presentDays()).arg(a.completeness.days()));
    tiles[1].note1 = note(tr("%1 removed").arg(formatCount(m.linesRemoved)));
    tiles[2].note1 =
        note(m.pullRequests == 1 ? tr("1 pull request") : tr("%1 pull requests").arg(formatCount(m.pullRequests)));
    if (!a.completeness.isEmpty()) return tiles;
    for (TileContent& tile : tiles) {
        tile.note1 = note(a.completeness.failedDays > 0 ? tr("no data: failed") : tr("nothing fetched yet"));
        tile.note2.clear();
    }
    return tiles;
}

TextParts usualClaudeCodeNote() { return note(tr("day 88 · week 88 · month 888")); }

}  // namespace tokenledger
