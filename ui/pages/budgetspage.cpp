#include "ui/pages/budgetspage.h"

#include "charts/format.h"
#include "ui/pages/budgetcards.h"
#include "ui/pages/budgettexts.h"
#include "ui/pages/standouttexts.h"
#include "ui/widgets/budgetpopup.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textline.h"

#include <QHBoxLayout>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int LeastBesideWidth = 900;
constexpr qsizetype PreviewedBudgets = 12;

ReportRequest requestOf(const char* report, const DateRange& range) {
    ReportRequest request;
    request.report = QString::fromLatin1(report);
    request.range = range;
    return request;
}

}  // namespace

BudgetsPage::BudgetsPage(const Look& look, SessionController& controller, BudgetsController& budgets, Dialogs& dialogs,
                         QWidget* parent)
    : PicturePage(look, controller, budgets,
                  {"budgetsPage", "budgetsScroll", "budgetsNotice", "budgetsState", "budgetsSentence"}, parent),
      m_budgets(budgets),
      m_dialogs(dialogs) {
    setHeader(buildHeader());
    column()->addWidget(m_cards = new BudgetCards(look, content()), 1);
    connectParts();
    follow();
}

QWidget* BudgetsPage::buildHeader() {
    auto* header = new QWidget(content());
    QHBoxLayout* row = makeTitleLine(tr("Budgets"), header);
    m_import = new Button(look(), Button::Kind::Normal, tr("Import..."), header);
    m_import->setObjectName(QStringLiteral("importBudgets"));
    m_add = new Button(look(), Button::Kind::Outlined, tr("Add a budget..."), header);
    m_add->setObjectName(QStringLiteral("addBudget"));
    for (Button* button : {m_import, m_add}) {
        button->setDense(true);
        row->addWidget(button);
    }
    return header;
}

void BudgetsPage::connectParts() {
    connect(m_add, &QPushButton::clicked, this, [this] { openPopup({}, m_add, {}); });
    connect(m_import, &QPushButton::clicked, this, &BudgetsPage::askForFile);
    connect(m_cards, &BudgetCards::addWanted, this, [this] { openPopup({}, m_add, {}); });
    connect(m_cards, &BudgetCards::editWanted, this, [this](const QString& name, QWidget* anchor, const QRect& part) {
        for (const BudgetStatus& status : m_budgets.picture()->budgets.rows) {
            if (status.budget.name == name) return openPopup(status.budget, anchor, part);
        }
    });
    connect(m_cards, &BudgetCards::acknowledgeWanted, this, &BudgetsPage::acknowledge);
    connect(m_cards, &BudgetCards::budgetsExportRequested, this, [this] { emit exportRequested(exports().front()); });
    connect(m_cards, &BudgetCards::daysExportRequested, this, [this] { emit exportRequested(exports().back()); });
    connect(m_cards, &BudgetCards::savePictureRequested, this, &BudgetsPage::savePictureRequested);
    connect(m_cards, &BudgetCards::selectionSummed, this, &BudgetsPage::said);
    connect(&m_budgets, &BudgetsController::changed, this, &BudgetsPage::said);
    connect(&m_budgets, &BudgetsController::importRead, this, &BudgetsPage::preview);
    connect(&m_budgets, &BudgetsController::changeFailed, this, [this](const Error& error) {
        m_dialogs.show(this, {tr("Nothing was changed"), error.message, {}, error.detail, {}, -1}, [](int) {});
    });
}

std::vector<NamedReport> BudgetsPage::exports() const {
    const DateRange range = controller().range();
    return {{tr("Budgets"), QStringLiteral("budgets"), requestOf("budgets", {range.last, range.last}), {}},
            {tr("Forecast"),
             QStringLiteral("forecast"),
             requestOf("forecast", {range.last.firstOfMonth(), range.last.lastOfMonth()}),
             {}},
            {tr("Days that stand out"), QStringLiteral("anomalies"), requestOf("anomalies", range), {}}};
}

void BudgetsPage::openPopup(const std::optional<Budget>& budget, QWidget* anchor, const QRect& part) {
    BudgetPopup::Values values;
    for (const auto& [scope, dimension] :
         {std::pair(BudgetScope::Workspace, Dimension::Workspace), std::pair(BudgetScope::ApiKey, Dimension::ApiKey),
          std::pair(BudgetScope::Model, Dimension::Model)}) {
        for (const Session::FilterValue& value : controller().values(dimension)) {
            values[scope].emplace_back(budgetValueTitle(scope, value.value, value.name), value.value);
        }
    }
    if (m_budgets.hasPicture()) {
        for (const QString& team : m_budgets.picture()->teams) {
            values[BudgetScope::Team].emplace_back(shownText(team), team);
        }
    }
    auto* popup = new BudgetPopup(look(), std::move(values), budget, anchor);
    connect(popup, &BudgetPopup::saveClicked, &m_budgets, &BudgetsController::save);
    connect(popup, &BudgetPopup::removeClicked, &m_budgets, &BudgetsController::remove);
    popup->showBelow(part);
}

void BudgetsPage::acknowledge(const StandOutDay& day) {
    const QString title = tr("%1 on %2").arg(standOutTitle(day), formatDay(day.figures.day));
    m_dialogs.askText(this, {title, tr("What is known of it:"), day.note.value_or(QString())},
                      [this, day](const QString& note) {
                          if (!note.trimmed().isEmpty()) m_budgets.acknowledge(day, note.trimmed());
                      });
}

void BudgetsPage::askForFile() {
    m_dialogs.openFile(this, {tr("Import budgets"), tr("CSV files (*.csv);;All files (*)"), {}},
                       [this](const QString& path) {
                           if (!path.isEmpty()) m_budgets.readFile(path);
                       });
}

void BudgetsPage::preview(const BudgetImport& import) {
    const BudgetFile& file = import.file;
    QStringList lines;
    if (!file.problems.isEmpty()) {
        for (const QString& problem : file.problems) lines << shownText(problem);
        m_dialogs.show(this,
                       {tr("Import budgets"),
                        tr("Nothing of %1 was imported.").arg(import.fileName),
                        lines.join(u'\n'),
                        {},
                        {},
                        -1},
                       [](int) {});
        return;
    }
    for (const Budget& budget : file.budgets) {
        if (lines.size() == PreviewedBudgets) {
            lines << tr("and %1 more").arg(static_cast<qsizetype>(file.budgets.size()) - PreviewedBudgets);
            break;
        }
        lines << tr("%1: %2 · %3")
                     .arg(shownText(budget.name), formatMoney(budget.amount), budgetPeriodTitle(budget.period));
    }
    m_dialogs.show(this,
                   {tr("Import budgets"),
                    tr("%1 holds these budgets; those of the same name get a new version.").arg(import.fileName),
                    lines.join(u'\n'),
                    {},
                    {tr("Import"), tr("Cancel")},
                    1},
                   [this, import](int answer) {
                       if (answer == 0) m_budgets.store(import);
                   });
}

void BudgetsPage::showPicture() {
    sentence().setParts({{budgetSentence(*m_budgets.picture())}});
    m_cards->setView(m_budgets.picture());
}

void BudgetsPage::setOutdated(const QString& since) { m_cards->setOutdated(since); }

QDateTime BudgetsPage::asOf() const { return m_budgets.picture()->month.asOf; }

void BudgetsPage::updateState() {
    PicturePage::updateState();
    const QString why = m_budgets.whyNotWritable();
    for (Button* button : {m_add, m_import}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
    m_cards->setWritable(why.isEmpty());
}

void BudgetsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_cards->setStacked(width() - 2 * Padding < LeastBesideWidth);
}

}  // namespace tokenledger
