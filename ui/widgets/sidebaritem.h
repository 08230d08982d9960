// One line of the sidebar, painted by the design: a page, the organization's name, or help. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QPushButton>

namespace tokenledger {

class SidebarItem : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Page, Organization };
    SidebarItem(const Look& look, Kind kind, const QString& icon, const QString& text, QWidget* parent = nullptr);

    void setCurrent(bool current);
    void setNote(const QString& note);  // at the right: "F1"
    /// At the right: a number that wants attention, said as `spoken`; 0: none.
    void setBadge(int count, const QString& spoken);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void paintPage(QPainter& painter) const;
    void paintBadge(QPainter& painter) const;
    void paintOrganization(QPainter& painter) const;
    const Look& m_look;
    Kind m_kind;
    QString m_icon;
    QString m_note;
    int m_badge = 0;
    bool m_current = false;
};

}  // namespace tokenledger
