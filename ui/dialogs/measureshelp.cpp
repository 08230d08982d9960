#include "ui/dialogs/measureshelp.h"

#include <QCoreApplication>
#include <QDialog>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

struct Entry {
    const char* name;
    const char* text;
};

constexpr Entry Entries[] = {
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Days"),
     QT_TRANSLATE_NOOP(
         "MeasuresHelp",
         "All days are UTC days, and all periods whole days. A day is final when it was fetched at least 72 "
         "hours after it ended; until then it is provisional and hatched. A day that was never fetched, or "
         "failed, is a gap: no data, not zero.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Spend"),
     QT_TRANSLATE_NOOP(
         "MeasuresHelp",
         "The sum of the cost report's amounts, all cost types, credits included; exact. Priority Tier is "
         "billed elsewhere and not in it.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Run rate"),
     QT_TRANSLATE_NOOP("MeasuresHelp", "Spend of the month's final days ÷ number of final days × days of the month.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Tokens"),
     QT_TRANSLATE_NOOP(
         "MeasuresHelp",
         "Uncached input, cache read, cache creation for 5 minutes and for 1 hour, and output. They do not "
         "overlap.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Requests"),
     QT_TRANSLATE_NOOP("MeasuresHelp",
                       "Not reported by this API: it counts tokens and web searches. None are estimated. Web searches "
                       "are requests, not tokens, and in no sum of tokens.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Unused and idle keys"),
     QT_TRANSLATE_NOOP("MeasuresHelp",
                       "API keys that the newest list names as active, without tokens since the first day of the "
                       "period. Last used: the last day with tokens in the cache. Age: days since the key was made.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Cache hit ratio"),
     QT_TRANSLATE_NOOP("MeasuresHelp",
                       "Cache read ÷ total input. Over a period it is sum over sum, never a mean of ratios.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Net cache savings"),
     QT_TRANSLATE_NOOP(
         "MeasuresHelp",
         "Read saving − write premium. Read saving: tokens read × (input price − read price). Write premium: "
         "tokens written × (write price − input price). Below zero, caching loses money. Prices come from "
         "the organization's own bill, and where the bill has none, from your own price list or the published one; "
         "a model without any price is left out and named.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Break-even"),
     QT_TRANSLATE_NOOP("MeasuresHelp",
                       "Reads per write at which caching neither saves nor costs: (write price − input price) ÷ (input "
                       "price − read price). With fewer reads it loses money.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Claude Code users"),
     QT_TRANSLATE_NOOP("MeasuresHelp",
                       "Distinct people with at least one session in the period. API keys are not counted. People "
                       "with a subscription may be missing: the API tells mostly of use that is billed by token.")},
    {QT_TRANSLATE_NOOP("MeasuresHelp", "Change"),
     QT_TRANSLATE_NOOP(
         "MeasuresHelp",
         "Value − value of the compared period; in per cent of the compared value. The previous period has "
         "the same number of days; month to date is compared with the same days of the month before; last "
         "year is 364 days earlier for periods under 60 days, so that weekdays fall on weekdays.")},
};

}  // namespace

QString measuresHelpHtml() {
    QString html;
    for (const Entry& entry : Entries) {
        html += QStringLiteral("<p><b>%1</b><br>%2</p>")
                    .arg(QCoreApplication::translate("MeasuresHelp", entry.name).toHtmlEscaped(),
                         QCoreApplication::translate("MeasuresHelp", entry.text).toHtmlEscaped());
    }
    return html;
}

void showMeasuresHelp(QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("measuresHelp"));
    dialog->setWindowTitle(QCoreApplication::translate("MeasuresHelp", "What the measures mean"));
    dialog->resize(640, 600);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* text = new QTextBrowser(dialog);
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(20);
    text->setHtml(measuresHelpHtml());
    layout->addWidget(text);
    dialog->show();
}

}  // namespace tokenledger
