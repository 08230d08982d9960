#include "ui/dialogs/teameditor.h"

#include "ui/models/displaytable.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

enum Column { Kind, Member, From, To, ColumnCount };
constexpr int DayWidth = 104;
constexpr int KindWidth = 96;

QString dayText(const std::optional<UtcDay>& day) { return day ? day->toIso() : QString(); }

}  // namespace

TeamEditor::TeamEditor(const Look& look, QWidget* parent) : QWidget(parent) {
    build(look);
    connect(m_costCentre, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!m_team) return;
        m_team->costCentre = text.trimmed();
        emit edited();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TeamEditor::fillCandidates);
    connect(m_add, &QPushButton::clicked, this, &TeamEditor::addMember);
    connect(m_remove, &QPushButton::clicked, this, &TeamEditor::removeMember);
    connect(m_members, &QTableWidget::itemChanged, this, &TeamEditor::takeDay);
    setTeam(std::nullopt);
}

void TeamEditor::build(const Look& look) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    auto* top = new QHBoxLayout;
    auto* label = new QLabel(tr("Cost centre"), this);
    m_costCentre = new QLineEdit(this);
    m_costCentre->setObjectName(QStringLiteral("teamCostCentre"));
    label->setBuddy(m_costCentre);
    top->addWidget(label);
    top->addWidget(m_costCentre, 1);
    rows->addLayout(top);

    m_members = new QTableWidget(0, ColumnCount, this);
    m_members->setObjectName(QStringLiteral("teamMembers"));
    m_members->setAccessibleName(tr("Members"));
    m_members->setHorizontalHeaderLabels({tr("Kind"), tr("Member"), tr("From"), tr("To")});
    m_members->verticalHeader()->hide();
    m_members->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_members->setTabKeyNavigation(false);
    m_members->horizontalHeader()->setSectionResizeMode(Member, QHeaderView::Stretch);
    m_members->setColumnWidth(Kind, KindWidth);
    for (const int column : {From, To}) m_members->setColumnWidth(column, DayWidth);
    rows->addWidget(m_members, 1);

    auto* bottom = new QHBoxLayout;
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("memberKind"));
    m_kind->setAccessibleName(tr("Kind of member"));
    m_kind->addItem(tr("Workspace"), static_cast<int>(MemberKind::Workspace));
    m_kind->addItem(tr("API key"), static_cast<int>(MemberKind::ApiKey));
    m_kind->addItem(tr("Person"), static_cast<int>(MemberKind::Person));
    m_candidate = new QComboBox(this);
    m_candidate->setObjectName(QStringLiteral("memberCandidate"));
    m_candidate->setAccessibleName(tr("Member"));
    m_candidate->setMinimumContentsLength(18);
    m_add = new Button(look, Button::Kind::Normal, tr("Add member"), this);
    m_add->setObjectName(QStringLiteral("addMember"));
    m_remove = new Button(look, Button::Kind::Normal, tr("Remove member"), this);
    m_remove->setObjectName(QStringLiteral("removeMember"));
    bottom->addWidget(m_kind);
    bottom->addWidget(m_candidate, 1);
    bottom->addWidget(m_add);
    bottom->addWidget(m_remove);
    rows->addLayout(bottom);
    auto* hint = new QLabel(
        tr("Days as in 2026-11-20; an empty one has no limit. A key goes before the person who made it, and both "
           "before the workspace."),
        this);
    hint->setWordWrap(true);
    hint->setProperty("role", QStringLiteral("muted"));
    rows->addWidget(hint);
}

void TeamEditor::setNames(const MemberNames& names) {
    m_names = &names;
    fillCandidates();
    fillMembers();
}

void TeamEditor::setTeam(const std::optional<Team>& team) {
    m_team = team;
    setEnabled(team.has_value());
    m_costCentre->setText(team ? team->costCentre : QString());
    fillMembers();
}

void TeamEditor::fillCandidates() {
    m_candidate->clear();
    if (m_names == nullptr) return;
    const auto kind = static_cast<MemberKind>(m_kind->currentData().toInt());
    for (const MemberNames::Candidate& candidate : m_names->all(kind)) {
        // Names need not differ; ids and addresses do.
        const QString id = candidate.id.isEmpty() ? QString() : QStringLiteral(" · ") + candidate.id;
        m_candidate->addItem(shownText(candidate.name + (kind == MemberKind::Workspace ? QString() : id)),
                             candidate.id);
    }
}

void TeamEditor::fillMembers() {
    m_filling = true;
    const int rows = m_team ? static_cast<int>(m_team->members.size()) : 0;
    m_members->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const TeamMember& member = m_team->members[static_cast<std::size_t>(row)];
        const QString name = m_names != nullptr ? m_names->nameOf(member.kind, member.id) : member.id;
        const QString kind = m_kind->itemText(m_kind->findData(static_cast<int>(member.kind)));
        const QStringList texts = {kind, shownText(name), dayText(member.from), dayText(member.to)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            if (column < From) item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            if (column == Member) item->setToolTip(member.id);
            m_members->setItem(row, column, item);
        }
    }
    m_remove->setEnabled(rows > 0);
    m_filling = false;
}

void TeamEditor::addMember() {
    if (!m_team || m_candidate->currentIndex() < 0) return;
    const TeamMember member{static_cast<MemberKind>(m_kind->currentData().toInt()),
                            m_candidate->currentData().toString(), std::nullopt, std::nullopt};
    m_team->members.push_back(member);
    fillMembers();
    m_members->selectRow(m_members->rowCount() - 1);
    emit edited();
}

void TeamEditor::removeMember() {
    const int row = m_members->currentRow();
    if (!m_team || row < 0) return;
    m_team->members.erase(m_team->members.begin() + row);
    fillMembers();
    emit edited();
}

void TeamEditor::takeDay(const QTableWidgetItem* item) {
    if (m_filling || !m_team || item->column() < From) return;
    TeamMember& member = m_team->members[static_cast<std::size_t>(item->row())];
    const QString text = item->text().trimmed();
    const auto day = UtcDay::fromIso(text);
    if (!text.isEmpty() && !day) {
        fillMembers();
        emit refused(tr("\"%1\" is no day as in 2026-11-20.").arg(shownText(text)));
        return;
    }
    (item->column() == From ? member.from : member.to) = day;
    emit edited();
}

}  // namespace tokenledger
