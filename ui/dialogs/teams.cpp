#include "ui/dialogs/teams.h"

#include "app/finance/kinds.h"
#include "ui/dialogs/teameditor.h"
#include "ui/errortexts.h"
#include "ui/models/displaytable.h"
#include "ui/sessioncontroller.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int ListWidth = 180;
constexpr int FixedHeight = 120;
constexpr int PercentWidth = 90;

/// What is laid down now, and what can be a member.
struct Laid {
    std::vector<Team> teams;
    AllocationRule rule;
    MemberNames names;
};

Result<Laid> readLaid(const CacheReader& cache) {
    auto teams = readTeams(cache);
    if (!teams) return failure(teams.error());
    auto rule = readStoredRule(cache);
    if (!rule) return failure(rule.error());
    auto names = MemberNames::load(cache);
    if (!names) return failure(names.error());
    return Laid{teams->teams(), *std::move(rule), *std::move(names)};
}

/// From what is stored to what is wanted.
std::vector<DefinitionChange> changesOf(const Laid& stored, const std::vector<Team>& teams,
                                        const AllocationRule& rule) {
    std::vector<DefinitionChange> changes;
    for (const Team& team : teams) changes.push_back({definitionkind::Team, team.name, teamBody(team)});
    for (const Team& old : stored.teams) {
        const bool stays =
            std::any_of(teams.begin(), teams.end(), [&old](const Team& team) { return team.name == old.name; });
        if (!stays) changes.push_back({definitionkind::Team, old.name, {}});
    }
    if (rule != stored.rule) {
        changes.push_back({definitionkind::AllocationRule, AllocationRuleName, allocationRuleBody(rule)});
    }
    return changes;
}

class TeamsDialog final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::TeamsDialog)
public:
    TeamsDialog(QWidget* parent, const Look& look, Dialogs& dialogs, SessionController& controller);

private:
    void build(const Look& look);
    [[nodiscard]] QWidget* buildRule();
    QComboBox* addRuleChoice(QHBoxLayout* row, const QString& label, const char* name);
    void read();
    void showLaid(const Laid& laid);
    void showTeam(int row);
    void addTeam();
    void removeTeam();
    void fillList(int current);
    void fillFixed();
    void takePercent(const QTableWidgetItem* item);
    void takeRule();
    [[nodiscard]] bool usesFixed() const;
    void keepTeam();
    void check();
    void say(const QString& problem);
    void store();

    Dialogs& m_dialogs;
    SessionController& m_controller;
    std::optional<Laid> m_laid;
    std::vector<Team> m_teams;
    AllocationRule m_rule;
    bool m_filling = false;
    QListWidget* m_list;
    TeamEditor* m_editor;
    QComboBox* m_shared;
    QComboBox* m_console;
    QTableWidget* m_fixed;
    QLabel* m_problem;
    Button* m_remove;
    Button* m_save;
};

TeamsDialog::TeamsDialog(QWidget* parent, const Look& look, Dialogs& dialogs, SessionController& controller)
    : QDialog(parent), m_dialogs(dialogs), m_controller(controller) {
    setObjectName(QStringLiteral("teamsDialog"));
    setWindowTitle(tr("Teams and cost centres"));
    setAttribute(Qt::WA_DeleteOnClose);
    build(look);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { showTeam(row); });
    connect(m_editor, &TeamEditor::edited, this, [this] { keepTeam(); });
    connect(m_editor, &TeamEditor::refused, this, [this](const QString& why) { say(why); });
    connect(m_fixed, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) { takePercent(item); });
    for (QComboBox* choice : {m_shared, m_console}) {
        connect(choice, &QComboBox::currentIndexChanged, this, [this] { takeRule(); });
    }
    connect(m_save, &QPushButton::clicked, this, [this] { store(); });
    connect(&controller, &SessionController::closed, this, &QWidget::close);
    resize(820, 620);
    read();
}

void TeamsDialog::build(const Look& look) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    auto* left = new QVBoxLayout;
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("teamsList"));
    m_list->setAccessibleName(tr("Teams"));
    m_list->setFixedWidth(ListWidth);
    left->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    auto* add = new Button(look, Button::Kind::Normal, tr("Add..."), this);
    add->setObjectName(QStringLiteral("addTeam"));
    m_remove = new Button(look, Button::Kind::Normal, tr("Remove"), this);
    m_remove->setObjectName(QStringLiteral("removeTeam"));
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    left->addLayout(buttons);
    columns->addLayout(left);
    columns->addWidget(m_editor = new TeamEditor(look, this), 1);
    rows->addLayout(columns, 1);
    rows->addWidget(buildRule());
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("teamsProblem"));
    m_problem->setWordWrap(true);
    m_problem->setProperty("role", QStringLiteral("bad"));
    rows->addWidget(m_problem);
    auto* ends = new QHBoxLayout;
    ends->addStretch(1);
    auto* cancel = new Button(look, Button::Kind::Normal, tr("Close"), this);
    cancel->setObjectName(QStringLiteral("closeTeams"));
    m_save = new Button(look, Button::Kind::Primary, tr("Save"), this);
    m_save->setObjectName(QStringLiteral("saveTeams"));
    ends->addWidget(cancel);
    ends->addWidget(m_save);
    rows->addLayout(ends);
    for (Button* button : {add, m_remove, cancel, m_save}) button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] { addTeam(); });
    connect(m_remove, &QPushButton::clicked, this, [this] { removeTeam(); });
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
}

QWidget* TeamsDialog::buildRule() {
    auto* part = new QWidget(this);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    auto* heading = new QLabel(tr("Cost that no API key used"), part);
    heading->setFont(Look::font(TextStyle::Strong));
    rows->addWidget(heading);
    auto* choices = new QHBoxLayout;
    m_shared = addRuleChoice(choices, tr("Shared, such as code execution"), "sharedRule");
    m_console = addRuleChoice(choices, tr("Console"), "consoleRule");
    choices->addStretch(1);
    rows->addLayout(choices);
    m_fixed = new QTableWidget(0, 2, part);
    m_fixed->setObjectName(QStringLiteral("fixedParts"));
    m_fixed->setAccessibleName(tr("Fixed parts"));
    m_fixed->setHorizontalHeaderLabels({tr("Team"), tr("Per cent")});
    m_fixed->verticalHeader()->hide();
    m_fixed->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_fixed->setColumnWidth(1, PercentWidth);
    m_fixed->setFixedHeight(FixedHeight);
    rows->addWidget(m_fixed);
    return part;
}

QComboBox* TeamsDialog::addRuleChoice(QHBoxLayout* row, const QString& label, const char* name) {
    auto* choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    choice->addItem(tr("Leave it unallocated"), static_cast<int>(SharingRule::None));
    choice->addItem(tr("In equal parts"), static_cast<int>(SharingRule::Even));
    choice->addItem(tr("In proportion to own cost"), static_cast<int>(SharingRule::Proportional));
    choice->addItem(tr("Fixed parts"), static_cast<int>(SharingRule::Fixed));
    auto* title = new QLabel(label, this);
    title->setBuddy(choice);
    row->addWidget(title);
    row->addWidget(choice);
    row->addSpacing(12);
    return choice;
}

void TeamsDialog::read() {
    m_save->setEnabled(false);
    if (m_controller.session() == nullptr) return;
    whenDone(m_controller.session()->ask([](const CacheReader& cache) { return readLaid(cache); }), this,
             [this](const Result<Laid>& laid) {
                 if (!laid) return say(errorText(laid.error()));
                 showLaid(*laid);
             });
}

void TeamsDialog::showLaid(const Laid& laid) {
    m_laid = laid;
    m_teams = laid.teams;
    m_rule = laid.rule;
    m_filling = true;
    m_shared->setCurrentIndex(m_shared->findData(static_cast<int>(m_rule.shared)));
    m_console->setCurrentIndex(m_console->findData(static_cast<int>(m_rule.console)));
    m_filling = false;
    m_editor->setNames(m_laid->names);
    fillList(0);
    fillFixed();
    check();
}

void TeamsDialog::fillList(int current) {
    m_filling = true;
    m_list->clear();
    for (const Team& team : m_teams) m_list->addItem(shownText(team.name));
    m_filling = false;
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    showTeam(m_list->currentRow());
}

void TeamsDialog::showTeam(int row) {
    if (m_filling) return;
    m_remove->setEnabled(row >= 0);
    m_editor->setTeam(row >= 0 ? std::optional(m_teams[static_cast<std::size_t>(row)]) : std::nullopt);
}

void TeamsDialog::addTeam() {
    m_dialogs.askText(this, {tr("New team"), tr("Name of the team"), {}}, [this](const QString& text) {
        m_teams.push_back({text.trimmed(), {}, {}});
        fillList(m_list->count());
        fillFixed();
        check();
    });
}

void TeamsDialog::removeTeam() {
    const int row = m_list->currentRow();
    if (row < 0) return;
    const QString name = m_teams[static_cast<std::size_t>(row)].name;
    m_teams.erase(m_teams.begin() + row);
    std::erase_if(m_rule.fixed, [&name](const auto& share) { return share.team == name; });
    if (!usesFixed()) m_rule.fixed.clear();  // parts that no rule uses do not have to be 100 %
    fillList(row);
    fillFixed();
    check();
}

void TeamsDialog::fillFixed() {
    m_filling = true;
    m_fixed->setVisible(usesFixed());
    m_fixed->setRowCount(static_cast<int>(m_teams.size()));
    for (std::size_t i = 0; i < m_teams.size(); ++i) {
        const QString& name = m_teams[i].name;
        const auto share = std::find_if(m_rule.fixed.begin(), m_rule.fixed.end(),
                                        [&name](const auto& one) { return one.team == name; });
        auto* title = new QTableWidgetItem(shownText(name));
        title->setFlags(title->flags() & ~Qt::ItemIsEditable);
        m_fixed->setItem(static_cast<int>(i), 0, title);
        m_fixed->setItem(static_cast<int>(i), 1,
                         new QTableWidgetItem(share == m_rule.fixed.end() ? QString() : partText(share->millionths)));
    }
    m_filling = false;
}

void TeamsDialog::takePercent(const QTableWidgetItem* item) {
    if (m_filling || item->column() != 1) return;
    const QString name = m_teams[static_cast<std::size_t>(item->row())].name;
    const QString text = item->text().trimmed();
    auto share = text.isEmpty() ? Result<AllocationRule::FixedShare>(AllocationRule::FixedShare{name, 0})
                                : fixedShareFromText(name + u'=' + text);
    if (!share) {
        fillFixed();
        return say(share.error().message);
    }
    std::erase_if(m_rule.fixed, [&name](const auto& one) { return one.team == name; });
    if (share->millionths > 0) m_rule.fixed.push_back(*std::move(share));
    check();
}

void TeamsDialog::takeRule() {
    if (m_filling) return;
    m_rule.shared = static_cast<SharingRule>(m_shared->currentData().toInt());
    m_rule.console = static_cast<SharingRule>(m_console->currentData().toInt());
    if (!usesFixed()) m_rule.fixed.clear();
    fillFixed();
    check();
}

bool TeamsDialog::usesFixed() const {
    return m_rule.shared == SharingRule::Fixed || m_rule.console == SharingRule::Fixed;
}

void TeamsDialog::keepTeam() {
    const int row = m_list->currentRow();
    if (row < 0 || !m_editor->team()) return;
    m_teams[static_cast<std::size_t>(row)] = *m_editor->team();
    check();
}

/// Nothing is stored that does not hold together.
void TeamsDialog::check() {
    const auto teams = TeamBook::make(m_teams);
    if (!teams) return say(teams.error().message);
    const auto rules = rulesFor(m_rule, *teams);
    say(rules ? QString() : rules.error().message);
}

void TeamsDialog::say(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(problem.isEmpty() && m_laid.has_value());
}

void TeamsDialog::store() {
    if (!m_laid || m_controller.session() == nullptr) return;
    m_save->setEnabled(false);
    const auto changes = changesOf(*m_laid, m_teams, m_rule);
    whenDone(m_controller.session()->change(
                 [changes](CacheWriter& writer, const Author& by) { return writer.storeDefinitions(changes, by); }),
             this, [this](const Result<void>& stored) {
                 if (!stored) return say(errorText(stored.error()));
                 close();
             });
}

}  // namespace

void showTeams(QWidget* parent, const Look& look, Dialogs& dialogs, SessionController& controller) {
    auto* open = parent->findChild<QDialog*>(QStringLiteral("teamsDialog"));
    if (open == nullptr) open = new TeamsDialog(parent, look, dialogs, controller);
    open->show();
    open->raise();
    open->activateWindow();
}

}  // namespace tokenledger
