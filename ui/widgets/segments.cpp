#include "ui/widgets/segments.h"

#include "ui/widgets/alignedtext.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int Height = 26;
constexpr int Padding = 12;
constexpr double Radius = 6.0;
constexpr int ArrowSize = 12;

class Segment final : public QPushButton {
public:
    Segment(const Look& look, const QString& title, bool hasMenu, QWidget* parent)
        : QPushButton(title, parent), m_look(look), m_hasMenu(hasMenu) {
        setCheckable(true);
        setAutoDefault(false);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&look, &Look::changed, this, [this] { update(); });
    }

    [[nodiscard]] QSize sizeHint() const override {
        // As wide as the chosen one's stronger font needs, so that nothing moves when another one is chosen.
        const int text = QFontMetrics(Look::font(TextStyle::SmallStrong)).horizontalAdvance(this->text());
        return {text + 2 * Padding + (m_hasMenu ? ArrowSize + 4 : 0), Height};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Palette& c = m_look.colours();
        QPainter painter(this);
        const bool first = isRightToLeft() ? geometry().right() + 1 == parentWidget()->width() : x() == 0;
        const QColor ground = isChecked() ? c.selection : underMouse() ? c.hover : QColor();
        if (ground.isValid()) {
            QPainterPath outline;
            outline.addRoundedRect(QRectF(0, 0, parentWidget()->width(), Height).translated(-x(), 0), Radius, Radius);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setClipPath(outline);
            painter.fillRect(rect(), ground);
            painter.setClipping(false);
        }
        if (!first) painter.fillRect(placed(*this, QRectF(0, 0, 1, height())), c.controlBorder);
        painter.setFont(Look::font(isChecked() ? TextStyle::SmallStrong : TextStyle::Small));
        painter.setPen(isChecked() && m_look.theme() == Theme::Light ? c.accent : isChecked() ? c.text1 : c.text2);
        const int arrow = m_hasMenu ? ArrowSize + 4 : 0;
        drawAligned(painter, placed(*this, rect().adjusted(0, 0, -arrow, 0)), Qt::AlignCenter, text());
        if (m_hasMenu) {
            Look::paintIcon(painter,
                            placed(*this, QRectF(width() - Padding - ArrowSize + 2, (Height - ArrowSize) / 2, ArrowSize,
                                                 ArrowSize)),
                            QStringLiteral("chevron-down"), painter.pen().color());
        }
    }

    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            click();
            return;
        }
        QPushButton::keyPressEvent(event);
    }

private:
    const Look& m_look;
    bool m_hasMenu;
};

}  // namespace

Segments::Segments(const Look& look, const std::vector<Choice>& choices, const std::vector<Choice>& more,
                   QWidget* parent)
    : QWidget(parent), m_look(look), m_more(more), m_group(new QButtonGroup(this)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const Choice& choice : choices) {
        auto* segment = new Segment(look, choice.title, false, this);
        segment->setObjectName(choice.name);
        m_group->addButton(segment, choice.id);
        row->addWidget(segment);
        connect(segment, &QPushButton::clicked, this, [this, id = choice.id] {
            if (id == m_current) return;
            setCurrent(id);
            emit chosen(id);
        });
    }
    m_moreButton = new Segment(look, tr("More"), true, this);
    m_moreButton->setObjectName(QStringLiteral("segmentMore"));
    row->addWidget(m_moreButton);
    m_moreButton->setVisible(!more.empty());
    connect(m_moreButton, &QAbstractButton::clicked, this, &Segments::openMenu);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void Segments::setCurrent(int id) {
    m_current = id;
    // An exclusive group does not let its last button be unchecked.
    m_group->setExclusive(false);
    for (QAbstractButton* button : m_group->buttons()) button->setChecked(m_group->id(button) == id);
    m_group->setExclusive(true);
    const auto found =
        std::find_if(m_more.begin(), m_more.end(), [id](const Choice& choice) { return choice.id == id; });
    m_moreButton->setChecked(found != m_more.end());
    // The title stays as it is, so that nothing moves.
    m_moreButton->setAccessibleName(found != m_more.end() ? tr("More: %1").arg(found->title) : tr("More"));
}

void Segments::openMenu() {
    setCurrent(m_current);  // the click has checked it
    auto* menu = new QMenu(m_moreButton);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Choice& choice : m_more) {
        QAction* action = menu->addAction(choice.title);
        action->setObjectName(choice.name);
        action->setCheckable(true);
        action->setChecked(choice.id == m_current);
        connect(action, &QAction::triggered, this, [this, id = choice.id] {
            if (id == m_current) return;
            setCurrent(id);
            emit chosen(id);
        });
    }
    menu->popup(m_moreButton->mapToGlobal(QPoint(0, m_moreButton->height() + 3)));
}

void Segments::paintEvent(QPaintEvent*) {
    const Palette& c = m_look.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(c.controlBorder);
    painter.setBrush(c.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
}

}  // namespace tokenledger
