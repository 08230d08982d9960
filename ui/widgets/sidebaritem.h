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
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void paintPage(QPainter& painter) const;
    void paintOrganization(QPainter& painter) const;
    const Look& m_look;
    Kind m_kind;
    QString m_icon;
    QString m_note;
    bool m_current = false;
};

}  // namespace tokenledger
