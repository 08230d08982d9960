#include "ui/pages/claudecodetexts.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewtexts.h"

namespace tokenledger {

namespace {

// A short name, because lupdate takes the class of a qualified return type for that of the function.
using NoticeContent = Notice::Content;

QString sessionsText(std::int64_t n) { return n == 1 ? tr("1 session") : tr("%1 sessions").arg(formatCount(n)); }
QString peopleText(std::int64_t n) { return n == 1 ? tr("1 person") : tr("%1 people").arg(formatCount(n)); }
QString keysText(std::int64_t n) { return n == 1 ? tr("1 API key") : tr("%1 API keys").arg(formatCount(n)); }
QString daysText(int days) { return days == 1 ? tr("1 day") : tr("%n days", nullptr, days); }

/// "by 38 people and 2 API keys".
QString byWhom(const ClaudeCodeActivity::Users& users) {
    if (users.keys == 0) return peopleText(users.people);
    if (users.people == 0) return keysText(users.keys);
    return tr("%1 and %2").arg(peopleText(users.people), keysText(users.keys));
}

/// What is not counted; empty when every day is there.
QString gapsSentence(const Completeness& c) {
    QString text;
    if (c.failedDays == 1) {
        text = tr(" %1 failed and is not counted.").arg(formatDay(c.failed.front()));
    } else if (c.failedDays > 1) {
        text = tr(" %1 failed and are not counted.").arg(daysText(c.failedDays));
    }
    if (c.missingDays == 1) text += tr(" 1 day is not fetched yet.");
    if (c.missingDays > 1) text += tr(" %1 are not fetched yet.").arg(daysText(c.missingDays));
    return text;
}

QString dimensionWord(Dimension dimension) {
    switch (dimension) {
        case Dimension::Workspace:
            return tr("workspace");
        case Dimension::Model:
            return tr("model");
        case Dimension::ApiKey:
            return tr("API key");
        case Dimension::User:
            return tr("person");
        case Dimension::Terminal:
            return tr("terminal");
        default:
            return dimensionName(dimension);
    }
}

QString wordsOf(const std::vector<Dimension>& dimensions) {
    QStringList words;
    for (const Dimension dimension : dimensions) words.append(dimensionWord(dimension));
    return words.join(tr(" and "));
}

QString whyNotCompared(const ClaudeCodeActivity& a) {
    switch (a.comparability) {
        case Comparability::GapsNow:
            return tr("none: days of the period are missing, so that it would look smaller than it is");
        case Comparability::NotOver:
            return tr("none: a day was fetched before it was over, and only a part of it is here");
        case Comparability::GapsBefore:
            return tr("none: days of %1 are not here").arg(a.compared ? formatRange(*a.compared) : QString());
        case Comparability::Yes:
        case Comparability::NotAsked:
            break;
    }
    return tr("none was chosen");
}

QString recordsText(std::int64_t n) {
    return n == 1 ? tr("1 record")
                  : tr("%1 records, each of a day, a person or key, and a terminal").arg(formatCount(n));
}

}  // namespace

QString measureName(ClaudeCodeMeasure measure) {
    switch (measure) {
        case ClaudeCodeMeasure::Sessions:
            return QStringLiteral("sessions");
        case ClaudeCodeMeasure::LinesAdded:
            return QStringLiteral("lines-added");
        case ClaudeCodeMeasure::Commits:
            return QStringLiteral("commits");
        case ClaudeCodeMeasure::PullRequests:
            return QStringLiteral("pull-requests");
        case ClaudeCodeMeasure::EstimatedCost:
            return QStringLiteral("estimated-cost");
        case ClaudeCodeMeasure::ActiveUsers:
            break;
    }
    return QStringLiteral("active-users");
}

QString layersName(ClaudeCodeLayers layers) {
    switch (layers) {
        case ClaudeCodeLayers::Terminal:
            return QStringLiteral("terminal");
        case ClaudeCodeLayers::Person:
            return QStringLiteral("person");
        case ClaudeCodeLayers::Subscription:
            break;
    }
    return QStringLiteral("subscription");
}

QString measureTitle(ClaudeCodeMeasure measure) {
    switch (measure) {
        case ClaudeCodeMeasure::Sessions:
            return tr("Sessions");
        case ClaudeCodeMeasure::LinesAdded:
            return tr("Lines added");
        case ClaudeCodeMeasure::Commits:
            return tr("Commits");
        case ClaudeCodeMeasure::PullRequests:
            return tr("Pull requests");
        case ClaudeCodeMeasure::EstimatedCost:
            return tr("Estimated cost");
        case ClaudeCodeMeasure::ActiveUsers:
            break;
    }
    return tr("Active users");
}

QString layersTitle(ClaudeCodeLayers layers) {
    switch (layers) {
        case ClaudeCodeLayers::Terminal:
            return tr("Terminal");
        case ClaudeCodeLayers::Person:
            return tr("Person or key");
        case ClaudeCodeLayers::Subscription:
            break;
    }
    return tr("Subscription");
}

QString claudeCodeTitle(ClaudeCodeMeasure measure, ClaudeCodeLayers layers) {
    const QString what = measureTitle(measure);
    if (measure == ClaudeCodeMeasure::ActiveUsers) return what;
    switch (layers) {
        case ClaudeCodeLayers::Terminal:
            return tr("%1 by terminal").arg(what);
        case ClaudeCodeLayers::Person:
            return tr("%1 by person or key").arg(what);
        case ClaudeCodeLayers::Subscription:
            break;
    }
    return tr("%1 by subscription").arg(what);
}

QString claudeCodeSubtitle(ClaudeCodeMeasure measure, Interval interval) {
    const QString each = interval == Interval::Day    ? tr("per day")
                         : interval == Interval::Week ? tr("per week")
                                                      : tr("per month");
    if (measure == ClaudeCodeMeasure::EstimatedCost) return tr("%1, not the bill").arg(each);
    return measure == ClaudeCodeMeasure::ActiveUsers ? tr("different people %1").arg(each) : each;
}

QString actorTitle(const QString& id, ClaudeCodeActivity::ActorType type) {
    if (type != ClaudeCodeActivity::ActorType::User) {
        return id.isEmpty() ? tr("API key without a name") : tr("%1 (API key)").arg(id);
    }
    return id.isEmpty() ? tr("Person without an address") : id;
}

QString terminalTitle(const QString& id) { return id.isEmpty() ? tr("No terminal") : id; }

QString layerTitle(ClaudeCodeLayers layers, const ClaudeCodeActivity::Layer& layer) {
    if (layers == ClaudeCodeLayers::Person) return actorTitle(layer.id, layer.type);
    if (layers == ClaudeCodeLayers::Terminal) return terminalTitle(layer.id);
    if (layer.id == QLatin1String("api/")) return tr("API");
    if (layer.id == QLatin1String("subscription/")) return tr("Subscription");
    if (layer.id == QLatin1String("subscription/team")) return tr("Team subscription");
    if (layer.id == QLatin1String("subscription/enterprise")) return tr("Enterprise subscription");
    return layer.id.endsWith(QLatin1Char('/')) ? layer.id.chopped(1) : layer.id;
}

QString toolTitle(const QString& id) {
    static constexpr std::pair<const char*, const char*> known[] = {{"edit_tool", "Edit"},
                                                                    {"multi_edit_tool", "MultiEdit"},
                                                                    {"write_tool", "Write"},
                                                                    {"notebook_edit_tool", "NotebookEdit"}};
    for (const auto& [name, title] : known) {
        if (id == QLatin1String(name)) return QString::fromLatin1(title);  // names of the product: not translated
    }
    return id;
}

TextParts claudeCodeSentence(const ClaudeCodeActivity& a) {
    const Completeness& c = a.completeness;
    if (c.isEmpty()) {
        const QString text =
            c.failedDays > 0 ? tr("There are no data for %1: %2 failed.") : tr("Nothing has been fetched for %1 yet.");
        const QString days = formatRange(a.request.range);
        return {{c.failedDays > 0 ? text.arg(days, daysText(c.failedDays)) : text.arg(days)}};
    }
    const ClaudeCodeMeasures& m = a.total.measures;
    TextParts parts{{m.sessions == 0 ? tr("No sessions in %1.").arg(daysText(c.presentDays()))
                                     : tr("%1 by %2.").arg(sessionsText(m.sessions), byWhom(a.total.users))}};
    if (!c.isComplete()) parts.append({gapsSentence(c)});
    if (!a.notFollowed.empty()) {
        parts.append(
            {tr(" Not filtered by %1: Claude Code's sessions are not known by that.").arg(wordsOf(a.notFollowed)),
             TextPart::Tone::Warning});
    }
    return parts;
}

NoticeContent estimateNote() {
    return {Notice::Kind::Info,
            QStringLiteral("info"),
            tr("An estimate, not the bill."),
            tr("Costs are Claude Code's own estimate of use that Cost has already; never add the two. Not included: "
               "subscription users the API omits, Bedrock, Vertex AI, Foundry."),
            {},
            {}};
}

QString tableBasis(const ClaudeCodeActivity& a) {
    const QString days = daysInWords(a.tableCompleteness);
    const QString fetched = fetchedText(a.tableAsOf);
    return fetched.isEmpty() ? days : QString(days + QStringLiteral(" · ") + fetched);
}

QString measureFormula(ClaudeCodeMeasure measure) {
    switch (measure) {
        case ClaudeCodeMeasure::Sessions:
            return tr("Sessions of Claude Code that people and API keys began in these days.");
        case ClaudeCodeMeasure::LinesAdded:
            return tr("Lines of code that Claude Code added in these days; removed lines are counted apart.");
        case ClaudeCodeMeasure::Commits:
            return tr("Commits that Claude Code made in these days.");
        case ClaudeCodeMeasure::PullRequests:
            return tr("Pull requests that Claude Code opened in these days.");
        case ClaudeCodeMeasure::EstimatedCost:
            return tr(
                "Claude Code's own estimate of these days, over all models. It is not the bill and not a part "
                "of it: never add it to the cost.");
        case ClaudeCodeMeasure::ActiveUsers:
            break;
    }
    return tr("Different people with at least one session in these days. API keys are counted apart.");
}

QString acceptanceFormula() {
    return tr("Accepted / (accepted + rejected) suggestions, of all tools that the API names.");
}

QString costPerCommitFormula() { return tr("Estimated cost / commits. The cost is an estimate, not the bill."); }

namespace {

/// What an explanation is about.
struct Span {
    DateRange days;
    Completeness completeness;
    QDateTime asOf;
    QString comparison = {};                   // why there is none
    std::optional<std::int64_t> records = {};  // nothing: not counted for these days alone
};

Explanation explain(const ClaudeCodeActivity& a, const Span& span, const QString& title, const QString& formula,
                    const QString& exact) {
    Explanation why{title, formula, {}};
    if (!exact.isEmpty()) why.facts.append({tr("Exact value"), exact});
    why.facts.append({tr("Range"), formatRange(span.days) + tr(", whole UTC days")});
    if (!span.comparison.isEmpty()) why.facts.append({tr("Comparison"), span.comparison});
    std::vector<Dimension> followed;
    for (const DimensionFilter& filter : a.request.where) {
        if (std::find(a.notFollowed.begin(), a.notFollowed.end(), filter.dimension) == a.notFollowed.end()) {
            followed.push_back(filter.dimension);
        }
    }
    if (!followed.empty()) why.facts.append({tr("Filter"), tr("by %1, as the bar above says").arg(wordsOf(followed))});
    if (!a.notFollowed.empty()) {
        why.facts.append({tr("Filter"), tr("not by %1: sessions are not known by that").arg(wordsOf(a.notFollowed))});
    }
    if (span.records) why.facts.append({tr("Rows"), recordsText(*span.records)});
    const QString fetched = fetchedText(span.asOf);
    const QString report = tr("Claude Code report, from the cache");
    why.facts.append({tr("Source"), fetched.isEmpty() ? report : QString(report + QStringLiteral(", ") + fetched)});
    why.facts.append({tr("Complete"), daysInWords(span.completeness)});
    why.facts.append({tr("Left out"), tr("subscription users whom the Admin API leaves out; use through Bedrock, "
                                         "Vertex AI or Foundry")});
    return why;
}

}  // namespace

Explanation whyClaudeCode(const ClaudeCodeActivity& a, ClaudeCodeSpan span, const QString& title,
                          const QString& formula, const QString& exact) {
    if (span == ClaudeCodeSpan::Table) {
        return explain(a, {a.tableDays, a.tableCompleteness, a.tableAsOf, {}, a.tableTotal.records}, title, formula,
                       exact);
    }
    const QString comparison = a.comparability == Comparability::Yes ? QString() : whyNotCompared(a);
    return explain(a, {a.request.range, a.completeness, a.asOf, comparison, a.total.records}, title, formula, exact);
}

std::vector<std::size_t> claudeCodePeriodsIn(const ClaudeCodeActivity& a, const DateRange& days) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < a.periods.size(); ++i) {
        if (days.contains(daysOf(a.periods[i], a.request.interval, a.request.range).first)) places.push_back(i);
    }
    return places;
}

Explanation whyClaudeCodeBar(const ClaudeCodeActivity& a, ClaudeCodeMeasure measure, const DateRange& days,
                             const QString& exact) {
    Span span{days, {Dataset::ClaudeCode, 0, 0, 0, 0, {}}, {}};
    for (const std::size_t i : claudeCodePeriodsIn(a, days)) {
        span.completeness.finalDays += a.states[i].finalDays;
        span.completeness.provisionalDays += a.states[i].provisionalDays;
        span.completeness.missingDays += a.states[i].missingDays;
        span.completeness.failedDays += a.states[i].failedDays;
        if (!span.asOf.isValid() || a.fetchedAt[i] > span.asOf) span.asOf = a.fetchedAt[i];
    }
    const QString when =
        days.days() == 1 ? formatPeriod(days.first.startSeconds(), Interval::Day, days) : formatRange(days);
    return explain(a, span, tr("%1 · %2").arg(measureTitle(measure), when), measureFormula(measure), exact);
}

}  // namespace tokenledger
