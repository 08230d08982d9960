// The window's push button, painted by the design: optional icon, lead label, text, hint and menu arrow. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QPushButton>

#include <functional>

class QMenu;

namespace tokenledger {

class Button : public QPushButton {
    Q_OBJECT
public:
    enum class Kind {
        Normal,    // card, control border
        Primary,   // accent
        Outlined,  // card, accent border: something is under way
        Ghost,     // no border until hovered
        Link,      // accent text only
    };
    Button(const Look& look, Kind kind, const QString& text = {}, QWidget* parent = nullptr);

    void setKind(Kind kind);
    /// Text before (in text 2) and after (in text 3) the button's own.
    void setLead(const QString& lead);
    void setHint(const QString& hint);
    void setIconName(const QString& name);
    /// 26 px high, for cards and pages; else 30.
    void setDense(bool dense);
    /// Draws the text in semibold.
    void setStrong(bool strong);
    /// Opens the menu that `make` fills, below the button; nothing waits for it.
    void setMenuMaker(std::function<void(QMenu&)> make);
    /// Lead and hint can be left out where the bar is narrow.
    void setCompact(bool withoutLead, bool withoutHint);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] int widthWith(bool withLead, bool withHint) const;

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Part {
        QString text;
        QFont font;
        QColor colour;
    };
    [[nodiscard]] QList<Part> parts(bool withLead, bool withHint) const;
    [[nodiscard]] QColor textColour() const;
    void openMenu();

    const Look& m_look;
    Kind m_kind;
    QString m_lead;
    QString m_hint;
    QString m_iconName;
    bool m_dense = false;
    bool m_strong = false;
    bool m_withoutLead = false;
    bool m_withoutHint = false;
    std::function<void(QMenu&)> m_makeMenu;
};

}  // namespace tokenledger
