#include "ui/pages/reconcilepage.h"

#include "app/reports/monthtexts.h"
#include "app/reports/report.h"
#include "charts/format.h"
#include "charts/waterfall.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/invoicedialog.h"
#include "ui/dialogs/trackingimport.h"
#include "ui/pages/reconcilecards.h"
#include "ui/pages/reconciletexts.h"
#include "ui/pages/trackingcard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/popover.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int FiguresHeight = 112;
constexpr int MiddleHeight = 240;
constexpr int LeastTableHeight = 240;
constexpr int MostTableHeight = 440;  // more rows scroll within the card
constexpr int RowHeight = 28;
constexpr int ChartShare = 759;  // of the design's width, beside the list's 397
constexpr int TodoShare = 397;
constexpr int FigureShare = 294;
constexpr int MarkShare = 143;

NamedReport reportOf(const QString& title, const char* report, const DateRange& days) {
    ReportRequest request;
    request.report = QString::fromLatin1(report);
    request.range = days;
    request.interval = Interval::Total;
    return {title, QString::fromLatin1(report), request, std::nullopt};
}

}  // namespace

ReconcilePage::ReconcilePage(const Look& look, SessionController& controller, ReconcileController& reconcile,
                             Settings& settings, Dialogs& dialogs, QWidget* parent)
    : PicturePage(look, controller, reconcile,
                  {"reconcilePage", "reconcileScroll", "reconcileNotice", "reconcileState", "reconcileSentence"},
                  parent),
      m_reconcile(reconcile),
      m_settings(settings),
      m_dialogs(dialogs) {
    setHeader(buildHeader());
    column()->addWidget(buildFigures());
    column()->addWidget(buildMiddle());
    column()->addWidget(m_tableCard = buildTable(), 1);
    column()->addWidget(m_tracking = new TrackingCard(look, controller, content()));
    connectParts();
    follow();
}

QWidget* ReconcilePage::buildHeader() {
    auto* header = new QWidget(content());
    QHBoxLayout* line = makeTitleLine(tr("Reconcile"), header);
    const auto add = [&](Button::Kind kind, const QString& text, const char* name) {
        auto* button = new Button(look(), kind, text, header);
        button->setDense(true);
        button->setObjectName(QLatin1String(name));
        line->addWidget(button);
        return button;
    };
    m_import = add(Button::Kind::Normal, tr("Internal tracking..."), "importTracking");
    m_invoice = add(Button::Kind::Normal, tr("Edit invoice..."), "editInvoice");
    m_close = add(Button::Kind::Outlined, tr("Close..."), "closeMonth");
    return header;
}

QWidget* ReconcilePage::buildFigures() {
    auto* row = new QWidget(content());
    row->setFixedHeight(FiguresHeight);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(m_computed = new FigureCard(look(), QStringLiteral("computedFigure"), row), FigureShare);
    line->addWidget(m_first = new DifferenceMark(look(), QStringLiteral("computedToBilled"), row), MarkShare);
    line->addWidget(m_billed = new FigureCard(look(), QStringLiteral("billedFigure"), row), FigureShare);
    line->addWidget(m_second = new DifferenceMark(look(), QStringLiteral("billedToInvoiced"), row), MarkShare);
    line->addWidget(m_invoiced = new FigureCard(look(), QStringLiteral("invoicedFigure"), row), FigureShare);
    return row;
}

QWidget* ReconcilePage::buildMiddle() {
    auto* row = new QWidget(content());
    row->setFixedHeight(MiddleHeight);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Gap);
    m_chart = new Waterfall(row);
    m_causes = new DataTable(look(), QStringLiteral("causesTable"), row);
    m_causes->setAccessibleName(tr("Causes of the difference"));
    m_chartCard = new ChartCard(look(), tr("Causes"), QStringLiteral("causesCard"), m_chart, m_causes, row);
    line->addWidget(m_chartCard, ChartShare);
    line->addWidget(m_todo = new TodoCard(look(), row), TodoShare);
    return row;
}

Card* ReconcilePage::buildTable() {
    auto* card = new Card(look(), tr("By model or item"), QStringLiteral("matchCard"), content());
    card->setMinimumHeight(LeastTableHeight);
    m_table = new DataTable(look(), QStringLiteral("matchTable"), card);
    m_table->setAccessibleName(tr("Match by model or item"));
    card->setContent(m_table);
    card->setMenuMaker([this](QMenu& menu) {
        connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this, [this] {
            const auto all = exports();
            if (!all.empty()) emit exportRequested(all.front());
        });
    });
    return card;
}

void ReconcilePage::connectParts() {
    connect(m_invoice, &QPushButton::clicked, this, &ReconcilePage::editInvoice);
    connect(m_close, &QPushButton::clicked, this, &ReconcilePage::closeOrReopen);
    connect(m_todo, &TodoCard::actionWanted, this, &ReconcilePage::act);
    connect(m_chart, &ChartWidget::whyWanted, this, &ReconcilePage::explainCause);
    connect(m_chart, &Waterfall::stepActivated, this, &ReconcilePage::explainCause);
    connect(m_chartCard, &ChartCard::exportRequested, this, [this] {
        const auto all = exports();
        if (all.size() > 1) emit exportRequested(all[1]);
    });
    connect(m_chartCard, &ChartCard::savePictureRequested, this, &ReconcilePage::savePictureRequested);
    connect(m_chartCard, &ChartCard::selectionSummed, this, &ReconcilePage::said);
    connect(m_table, &DataTable::selectionSummed, this, &ReconcilePage::said);
    const auto import = [this] { showTrackingImport(window(), look(), m_dialogs, controller()); };
    connect(m_import, &QPushButton::clicked, this, import);
    connect(m_tracking, &TrackingCard::importWanted, this, import);
    connect(m_tracking, &TrackingCard::selectionSummed, this, &ReconcilePage::said);
    // What was asked of one organization is not answered for the next.
    connect(&controller(), &SessionController::closed, this, [this] {
        for (const char* name : {"closeDialog", "invoiceDialog"}) {
            if (auto* dialog = findChild<QDialog*>(QLatin1String(name)); dialog != nullptr) dialog->close();
        }
    });
    connect(&m_reconcile, &ReconcileController::changed, this, &ReconcilePage::said);
    connect(&m_reconcile, &ReconcileController::changeFailed, this, &ReconcilePage::tell);
}

std::vector<NamedReport> ReconcilePage::exports() const {
    if (!m_reconcile.hasPicture()) return {};
    const MonthReconciliation& month = m_reconcile.picture()->month;
    const DateRange days = month.days();
    std::vector<NamedReport> all = {reportOf(tr("Month's match"), "month-match", days),
                                    reportOf(tr("Causes of the difference"), "month-causes", days),
                                    reportOf(tr("Tokens × price"), "tokens-x-price", days)};
    if (month.close) all.push_back(reportOf(tr("Closed month"), "closed-month", days));
    return all;
}

void ReconcilePage::showPicture() {
    const MonthPicture& picture = *m_reconcile.picture();
    sentence().setParts({{reconcileSentence(picture)}});
    m_computed->setContent(computedFigure(picture));
    m_billed->setContent(billedFigure(picture));
    m_invoiced->setContent(invoicedFigure(picture));
    m_first->setContent(computedToBilled(picture));
    m_second->setContent(billedToInvoiced(picture));
    const WaterfallData causes = waterfallData(picture);
    m_chart->setData(causes);
    m_causes->setTable(causesTable(picture), ModelColours());
    m_chartCard->setTitle(causes.title, causes.subtitle);
    m_chartCard->followChart();
    m_todo->setItems(todoItems(picture), m_reconcile.editBlocked());
    m_todo->setTitle(picture.month.isClosed() ? tr("Closed") : tr("To do before closing"), {});
    m_table->setTable(matchTable(picture), coloursOfModels());
    m_tableCard->setTitle(tr("By model or item"), monthTitle(picture.month.month));
    const int rows = static_cast<int>(picture.month.items.size()) + 3;  // and the card's header, the table's, the total
    m_tableCard->setMinimumHeight(std::clamp(rows * RowHeight + 16, LeastTableHeight, MostTableHeight));
    updateButtons();
    emit exportsChanged();
}

ModelColours ReconcilePage::coloursOfModels() {
    ModelColours colours = m_settings.modelColours();
    QStringList models;
    for (const Session::FilterValue& value : controller().values(Dimension::Model)) {
        if (!value.value.isEmpty()) models.append(value.value);
    }
    if (colours.assign(models)) m_settings.setModelColours(colours);
    return colours;
}

void ReconcilePage::updateButtons() {
    const bool any = m_reconcile.hasPicture();
    const std::pair<Button*, QString> buttons[] = {{m_invoice, m_reconcile.editBlocked()},
                                                   {m_close, m_reconcile.writeBlocked()}};
    for (const auto& [button, blocked] : buttons) {
        button->setEnabled(any && blocked.isEmpty());
        button->setToolTip(blocked);
    }
    if (!any) return;
    const MonthReconciliation& month = m_reconcile.picture()->month;
    m_invoice->setText(month.invoice ? tr("Edit invoice...") : tr("Enter invoice..."));
    const QString name = monthTitle(month.month, false);
    m_close->setText(month.isClosed() ? tr("Reopen %1...").arg(name) : tr("Close %1...").arg(name));
}

void ReconcilePage::setOutdated(const QString& since) {
    m_chartCard->setOutdated(since);
    m_tableCard->setOutdated(since);
    m_todo->setOutdated(since);
}

QDateTime ReconcilePage::asOf() const { return m_reconcile.picture()->month.asOf; }

void ReconcilePage::updateState() {
    PicturePage::updateState();
    // What concerns only the Overview's figures is not said here.
    const NoticeChoice choice = usualNotice();
    if (choice.action == HelpAction::ClearKeyFilter) setNotice({{}, choice.action});
    updateButtons();
}

void ReconcilePage::showEvent(QShowEvent* event) {
    PicturePage::showEvent(event);
    m_tracking->setActive(true);
}

void ReconcilePage::hideEvent(QHideEvent* event) {
    PicturePage::hideEvent(event);
    m_tracking->setActive(false);
}

void ReconcilePage::act(const TodoItem& item) {
    using Action = TodoItem::Action;
    switch (item.action) {
        case Action::None:
            return;
        case Action::Sync:
            return emit helpWanted(HelpAction::Sync);
        case Action::AddPrice:
            return showPriceHelp(item.item);
        case Action::Accept:
            return accept(item);
        case Action::EnterInvoice:
            return editInvoice();
        case Action::ShowChange:
            return showChange();
    }
}

void ReconcilePage::accept(const TodoItem& item) {
    const UtcDay month = m_reconcile.picture()->month.month;
    const Dialogs::TextQuestion question{
        tr("Accept the difference"),
        tr("%1, %2. Why is that right?").arg(item.text, formatMoneyChange(*item.amount)),
        {}};
    m_dialogs.askText(this, question, [this, month, item](const QString& note) {
        if (note.trimmed().isEmpty()) return emit said(tr("A difference is accepted with a reason only."));
        m_reconcile.accept(month, item.item, {*item.amount, note.trimmed()});
    });
}

void ReconcilePage::showPriceHelp(const QString& model) {
    Dialogs::Message message;
    message.title = tr("Add a price");
    message.text = tr("Put this model's prices into your own price list, and start the program again.");
    message.more =
        tr("The list is the file prices.json in the settings folder; prices are US dollars for a million "
           "tokens. A difference that is to stay can be accepted on the command line.");
    message.detail = priceSnippet(*m_reconcile.picture(), model);
    m_dialogs.show(this, message, [](int) {});
}

void ReconcilePage::showChange() {
    const MonthPicture& picture = *m_reconcile.picture();
    Dialogs::Message message;
    message.title = tr("Changed since the close");
    message.text = changeSentence(picture);
    message.more = changeLines(*picture.change).join(u'\n');
    m_dialogs.show(this, message, [](int) {});
}

void ReconcilePage::editInvoice() {
    if (!m_reconcile.hasPicture()) return;
    const MonthReconciliation& shown = m_reconcile.picture()->month;
    const UtcDay month = shown.month;
    InvoiceQuestion question;
    question.month = monthTitle(month);
    if (shown.invoice) question.invoice = shown.invoice->invoice;
    showInvoiceDialog(
        this, question, [this, month](const Invoice& invoice) { m_reconcile.storeInvoice(month, invoice); },
        [this, month] { m_reconcile.removeInvoice(month); });
}

void ReconcilePage::closeOrReopen() {
    if (!m_reconcile.hasPicture()) return;
    if (m_reconcile.picture()->month.isClosed()) {
        askToReopen();
    } else {
        askToClose();
    }
}

void ReconcilePage::askToClose() {
    const MonthPicture& picture = *m_reconcile.picture();
    const UtcDay month = picture.month.month;
    CloseQuestion question;
    question.month = monthTitle(month);
    const MonthMatch& match = picture.month.match;
    question.frozen = {{tr("Cost report"), formatMoney(match.billed)},
                       {tr("Tokens × price"), formatMoney(match.computed)},
                       {tr("Invoice"), match.invoiced ? formatMoney(*match.invoiced) : tr("none")},
                       {tr("Unexplained"), formatMoneyChange(match.sumOf(CauseKind::Unexplained))}};
    question.problems = problemsOf(picture.month);
    question.remarks = remarksOn(picture.month);
    showCloseDialog(this, question, [this, month](const QString& reason) { m_reconcile.closeMonth(month, reason); });
}

void ReconcilePage::askToReopen() {
    const UtcDay month = m_reconcile.picture()->month.month;
    const Dialogs::TextQuestion question{
        tr("Reopen %1").arg(monthTitle(month)), tr("Why is it reopened? The reason is kept with the close."), {}};
    m_dialogs.askText(this, question, [this, month](const QString& reason) {
        if (reason.trimmed().isEmpty()) return emit said(tr("A month is reopened for a reason only."));
        m_reconcile.reopenMonth(month, reason.trimmed());
    });
}

void ReconcilePage::explainCause(int step) {
    if (!m_reconcile.hasPicture()) return;
    const MonthPicture& picture = *m_reconcile.picture();
    const WaterfallData causes = waterfallData(picture);
    const auto at = static_cast<std::size_t>(step);
    if (at >= causes.steps.size()) return;
    const WaterfallStep& shown = causes.steps[at];
    Explanation why;
    why.title = QStringLiteral("%1: %2").arg(shown.label, formatMoneyExact(shown.amount));
    why.formula = shown.total ? causes.subtitle : QString();
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < picture.month.match.causes.size(); ++i) {
        const MatchCause& cause = picture.month.match.causes[i];
        if (!shown.total && causeTitle(cause.kind) != shown.label) continue;
        if (why.formula.isEmpty()) why.formula = causeMeaning(cause.kind, picture.month);
        const DisplayTable table = causesTable(picture);
        why.facts.append({table.rows[i].cells[1].text, formatMoneyExact(cause.amount)});
        rows.push_back(i);
    }
    if (!rows.empty()) why.showRows = [this, rows] { m_chartCard->showRows(rows); };
    showExplanation(why, m_chart, m_chart->markRect(step).toAlignedRect());
}

void ReconcilePage::tell(const Error& error) {
    Dialogs::Message message;
    message.title = tr("Reconcile");
    message.text = error.message;
    message.detail = error.detail;
    m_dialogs.show(this, message, [](int) {});
}

}  // namespace tokenledger
