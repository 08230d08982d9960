#include "ui/dialogs/helptopics.h"

#include "app/core/texts.h"

#include <QStringList>

#include <algorithm>

namespace tokenledger {

namespace {

HelpTopic topicOf(PageId page, const QString& text) {
    for (const PageInfo& info : pageList()) {
        if (info.id == page) return {info.name, info.title, text};
    }
    return {};
}

HelpPart pages() {
    HelpPart part{tr("Pages"), {}};
    const auto add = [&part](PageId page, const QString& text) {
        HelpTopic topic = topicOf(page, text);
        if (!topic.id.isEmpty()) part.topics.push_back(std::move(topic));
    };
    add(PageId::Overview, tr("What was spent in the period, on which models, and what changed against the compared "
                             "period. Each tile answers Enter or a click with where its number comes from.\n"
                             "Spend is the bill. Claude Code figures are people's activity, and their cost is an "
                             "estimate that is already part of the bill."));
    add(PageId::Cost,
        tr("What the bill is made of: over time, and by any two of its dimensions, in a table whose rows open into a "
           "third.\nA click on a bar shows its days alone. Shares sum to 100 %, because what is left over and what "
           "belongs to no model are rows of their own.\nThe bill does not know API keys: a filter by API key leaves "
           "this page unfiltered, and it says so."));
    add(PageId::Usage,
        tr("Tokens by kind, model, workspace and API key, and web searches. The keys with the most use, those that "
           "were "
           "never used, and those that are idle. Requests are not reported by this API, so they are not shown.\n"
           "Where hourly data was fetched, the last days are shown hour by hour."));
    add(PageId::CacheEfficiency,
        tr("Whether prompt caching pays: the hit ratio over time, tokens read against tokens written, and what that "
           "saved "
           "or cost in dollars, by model, workspace and key. Where caching loses money, the row says so.\nEach dollar "
           "says which prices it was computed with."));
    add(PageId::ClaudeCode,
        tr("Sessions, lines, commits and pull requests, by interval and by person, and how often suggestions of the "
           "tools were accepted.\nThe cost here is the API's estimate, not the bill. People with a subscription may be "
           "missing."));
    add(PageId::Organization,
        tr("Workspaces, members, users, invites and API keys with their age and last use, as the last sync found them, "
           "and what changed between syncs. Nothing of it can be changed here: Tokenledger only reads."));
    add(PageId::Reconcile,
        tr("A month's tokens at the price book's prices, the cost report, and the invoice that you enter: what lies "
           "between them, split into causes that sum to it to the cent, and by model.\nRows with a difference above "
           "the "
           "limits are to be looked at, or accepted with a reason. A month that is complete can be closed: its figures "
           "are frozen, and later changes are shown against them.\nOf the filter bar, only the period's last month "
           "matters here."));
    add(PageId::Budgets,
        tr("How budgets stand on the last day of the period: what was billed, what the month, quarter or fiscal year "
           "is "
           "forecast to end with, and the thresholds that were reached. What API keys and teams spent comes from the "
           "allocation of the bill.\nDays that stand out cost much more than their weekdays before; those that "
           "somebody "
           "knows of are acknowledged with a note. They are marked in the charts over time, too."));
    add(PageId::DataHealth,
        tr("Whether the figures can be trusted: which days are final, provisional, failed or were never fetched, every "
           "request and its answer, and values of final days that came differently later.\nThe cache file is verified, "
           "backed up and purged here."));
    return part;
}

HelpPart spendMeasures() {
    return {
        tr("Money"),
        {{QStringLiteral("spend"), tr("Spend"),
          tr("The sum of the cost report's amounts: all types of cost, credits and corrections included, exact to a "
             "billionth of a dollar. Use of Priority Tier is billed elsewhere and not in it; where such use is seen, "
             "the window says so.")},
         {QStringLiteral("change"), tr("Change"),
          tr("Value − value of the compared period; in per cent of the compared value, and empty where that is 0.\nThe "
             "previous period has the same number of days. Month to date is compared with the same days of the month "
             "before. The same period last year lies 364 days back for periods under 60 days, so that weekdays fall on "
             "weekdays, and a calendar year for longer ones.")},
         {QStringLiteral("share"), tr("Share"),
          tr("Value ÷ total of what is shown. Other and unallocated are in the total, so shares sum to 100 %.")},
         {QStringLiteral("forecast"), tr("Forecast"),
          tr("What the month will have cost at its end: billed days, and for those to come the level of the last weeks "
             "by weekday. The quick and the slow level, each with and without a trend, are weighted by how well they "
             "did on the fortnights of the last eight weeks. Days that are not over count for what they are expected "
             "to become.\nThe interval is what such forecasts were off before in 80 of 100 cases. How the forecasts of "
             "past months did, from their 5th to their 25th, is said with the figure. It is an estimate, rounded to "
             "cents.")},
         {QStringLiteral("stands-out"), tr("Days that stand out"),
          tr("A day of a workspace, an API key or a model that cost more than a quarter, and more than five robust "
             "deviations, above the usual: the median of that weekday in the eight weeks before, or more where the "
             "level "
             "of the last days is higher or grows. Small sums are left out, as is a day that is not over. Amounts of "
             "API keys are estimates.")},
         {QStringLiteral("run-rate"), tr("Run rate"),
          tr("Spend of the month's final days ÷ their number × days of the month. It is a projection, not a "
             "promise.")},
         {QStringLiteral("rounding"), tr("Rounding"),
          tr("Amounts are kept and summed exactly, and rounded once, when they are shown: to 2 places in the window. "
             "Exports have every digit. Rounded rows need not sum to the rounded total.")}}};
}

HelpPart tokenMeasures() {
    return {
        tr("Tokens and cache"),
        {{QStringLiteral("tokens"), tr("Tokens"),
          tr("Total input and output. Total input is uncached input, cache read, and cache creation for 5 minutes and "
             "for 1 hour. These kinds do not overlap: nothing is counted twice.")},
         {QStringLiteral("requests"), tr("Requests"),
          tr("Not reported by this API: it counts tokens and web searches. None are estimated. Web searches are "
             "requests, not tokens, and in no sum of tokens.\nWhere you import an internal tracking (Data > Internal "
             "tracking), the Overview shows the requests that it counted, labelled with its name. Success rate: "
             "successful requests ÷ requests, over the days and models that tell both.")},
         {QStringLiteral("tracking-match"), tr("Internal against Anthropic"),
          tr("Internal − Anthropic, over the days that are final there and were imported after they were over; in per "
             "cent of Anthropic's figure. Exact: below 0.01 %. Close: below 1 %. Above: to investigate. What only one "
             "side has is named as such. A kind that the source does not tell is not compared.")},
         {QStringLiteral("idle-keys"), tr("Unused and idle keys"),
          tr("API keys that the newest list names as active, without tokens since the first day of the period. Last "
             "used: the last day with tokens in the cache.")},
         {QStringLiteral("hit-ratio"), tr("Cache hit ratio"),
          tr("Cache read ÷ total input. Over a period it is sum over sum, never a mean of ratios. With no input it is "
             "empty, not 0.")},
         {QStringLiteral("reads-per-write"), tr("Reads per write"),
          tr("Cache read ÷ tokens written into the cache, for 5 minutes and 1 hour together.")},
         {QStringLiteral("net-saving"), tr("Net cache savings"),
          tr("Read saving − write premium. Below zero, caching loses money.\nRead saving: tokens read × (input price − "
             "read price).\nWrite premium: tokens written × (write price − input price), for 5 minutes and 1 hour each "
             "at its own price.")},
         {QStringLiteral("break-even"), tr("Break-even"),
          tr("The reads that each write needs so that caching neither saves nor loses: (mean write price − input "
             "price) ÷ (input price − read price). At list prices 0.28 for 5 minutes and 1.11 for 1 hour.")},
         {QStringLiteral("prices"), tr("Where prices come from"),
          tr("For each day, model, kind of token, tier and context window, from the first source that knows it:\n1. "
             "The "
             "organization's own bill of that day, where bill and usage hold at least 10,000 such tokens and the day "
             "is final.\n2. Its own bill of the nearest day, up to 31 days before or after, not across a change of "
             "that model's price.\n3. The price book: your own entries first, then the list that comes with the "
             "program.\n4. None: the tokens are unpriced. The models are named, and their tokens are never taken as "
             "free.")}}};
}

HelpPart codeMeasures() {
    return {tr("Claude Code"),
            {{QStringLiteral("active-users"), tr("Active users"),
              tr("Distinct people with at least one session in the period. API keys are counted apart. People with a "
                 "subscription may be missing: the API tells mostly of use that is billed by token.")},
             {QStringLiteral("acceptance"), tr("Acceptance rate"),
              tr("Accepted ÷ (accepted + rejected) suggestions, over all tools that the API names.")},
             {QStringLiteral("estimated-cost"), tr("Estimated cost"),
              tr("The API's own estimate. It is not the bill and never added to spend: its tokens are already in the "
                 "usage. "
                 "Per commit and per active user it is divided by that count, and empty where that is 0.")}}};
}

HelpPart days() {
    return {
        tr("Days and data"),
        {{QStringLiteral("days"), tr("Days"),
          tr("All days are UTC days, and all periods whole days. A day is final when it was fetched at least 72 hours "
             "after it ended; until then it is provisional and hatched. A day that was never fetched, or failed, is a "
             "gap: no data, not zero.")},
         {QStringLiteral("periods"), tr("Weeks, quarters and years"),
          tr("Weeks are ISO weeks and begin on Monday; months are calendar months. Quarters and years begin with the "
             "month that the preferences say.")},
         {QStringLiteral("keys-age"), tr("Age and last use of API keys"),
          tr("Age: the present − the day it was created. Last use: the last day with tokens in the cache.")},
         {QStringLiteral("source"), tr("Where the data comes from"),
          tr("From Anthropic's Admin API, through a sync, into one file on this computer: the cache. The window only "
             "reads this file, so it works without a network, too.\nA fetched day is replaced as a whole, never added "
             "to. Days of the last month are fetched again, because late data arrives.\nThe organization's admin key "
             "stays in the system's keychain. The cache never holds it and can be given to a colleague, who opens it "
             "without a key.\nAll that is sent are requests for these reports: no telemetry, no update check.")}}};
}

HelpPart keys() {
    QStringList lines;
    const auto add = [&lines](const QKeySequence& key, const QString& what) {
        lines.append(key.toString(QKeySequence::NativeText) + u'\t' + what);
    };
    for (const PageInfo& page : pageList()) add(page.shortcut, tr("Page: %1").arg(page.title));
    add(QKeySequence(Qt::ALT | Qt::Key_Left), tr("Back: the page, period and filters before"));
    add(QKeySequence(Qt::ALT | Qt::Key_Right), tr("Forward again"));
    add(QKeySequence(Qt::CTRL | Qt::Key_F), tr("Add a filter"));
    add(QKeySequence(Qt::CTRL | Qt::Key_D), tr("Saved views"));
    add(QKeySequence(Qt::CTRL | Qt::Key_R), tr("Sync now"));
    add(QKeySequence(Qt::CTRL | Qt::Key_E), tr("Export"));
    add(QKeySequence(Qt::CTRL | Qt::Key_O), tr("Open a cache file"));
    add(QKeySequence(Qt::CTRL | Qt::Key_Comma), tr("Preferences"));
    add(QKeySequence(Qt::Key_F1), tr("Help about the page in front"));
    add(QKeySequence(Qt::Key_Tab), tr("Next control; with Shift the one before"));
    add(QKeySequence(Qt::Key_Right), tr("In a chart: the next mark, and its value; with the other arrows alike"));
    add(QKeySequence(Qt::Key_Return), tr("On a tile or figure: where it comes from. On a mark: what a click does"));
    add(QKeySequence(Qt::CTRL | Qt::Key_C), tr("Copy the selected cells, as spreadsheets like them"));
    add(QKeySequence(Qt::Key_Escape), tr("Close what is open over the window"));
    add(QKeySequence(Qt::CTRL | Qt::Key_Q), tr("Quit"));
    return {tr("Keyboard"), {{QStringLiteral("keyboard"), tr("Keys"), lines.join(u'\n')}}};
}

}  // namespace

std::vector<HelpPart> helpParts() {
    return {pages(), spendMeasures(), tokenMeasures(), codeMeasures(), days(), keys()};
}

QString helpHtml(const HelpTopic& topic) {
    QString html = QStringLiteral("<h2>%1</h2>").arg(topic.title.toHtmlEscaped());
    QString table;
    for (const QString& line : topic.text.split(u'\n')) {
        const qsizetype tab = line.indexOf(u'\t');
        if (tab < 0) {
            html += QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped());
        } else {
            table += QStringLiteral("<tr><td style=\"white-space:nowrap\"><b>%1</b></td><td>%2</td></tr>")
                         .arg(line.left(tab).toHtmlEscaped(), line.mid(tab + 1).toHtmlEscaped());
        }
    }
    return table.isEmpty()
               ? html
               : QString(html + QStringLiteral("<table cellpadding=\"4\">") + table + QStringLiteral("</table>"));
}

bool isAbout(const HelpTopic& topic, const QString& search) {
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&topic](const QString& word) {
        return topic.title.contains(word, Qt::CaseInsensitive) || topic.text.contains(word, Qt::CaseInsensitive);
    });
}

}  // namespace tokenledger
