// One team in the dialog of teams: cost centre, and members with their days. GUI thread.
#pragma once

#include "app/reports/allocationdefinitions.h"
#include "ui/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableWidget;
class QTableWidgetItem;

namespace tokenledger {

class Button;

class TeamEditor : public QWidget {
    Q_OBJECT
public:
    TeamEditor(const Look& look, QWidget* parent);

    /// Outlives the next call.
    void setNames(const MemberNames& names);
    /// Nothing: there is none to edit.
    void setTeam(const std::optional<Team>& team);
    [[nodiscard]] const std::optional<Team>& team() const { return m_team; }

signals:
    /// By the user.
    void edited();
    /// What was entered and is not taken: a sentence.
    void refused(const QString& why);

private:
    void build(const Look& look);
    void fillMembers();
    void fillCandidates();
    void addMember();
    void removeMember();
    void takeDay(const QTableWidgetItem* item);

    const MemberNames* m_names = nullptr;
    std::optional<Team> m_team;
    bool m_filling = false;  // the table changes by itself
    QLineEdit* m_costCentre;
    QTableWidget* m_members;
    QComboBox* m_kind;
    QComboBox* m_candidate;
    Button* m_add;
    Button* m_remove;
};

}  // namespace tokenledger
