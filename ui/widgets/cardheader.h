// The 40 px on top of a card. GUI thread.
#pragma once

#include "ui/widgets/card.h"

#include <QWidget>

class QHBoxLayout;

namespace tokenledger {

class Button;

class CardHeader : public QWidget {
    Q_OBJECT
public:
    CardHeader(const Look& look, const QString& name, QWidget* parent = nullptr);
    void setTitle(const QString& title, const QString& subtitle);
    void setKey(const std::vector<KeyEntry>& key);
    void setOutdated(const QString& since);
    void setMenuMaker(std::function<void(QMenu&)> make);
    void addRight(QWidget* widget);
    /// Between title and subtitle, while it is shown; again when it was shown, hidden or changed its size hint.
    void setBesideTitle(QWidget* widget);

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent* event) override;

private:
    void fitBesideTitle();
    void paintPill(QPainter& painter, double right) const;
    [[nodiscard]] int titleEnd() const;  // where what is beside the title begins
    const Look& m_look;
    QString m_title;
    QString m_subtitle;
    QString m_outdatedSince;
    std::vector<KeyEntry> m_key;
    QHBoxLayout* m_right;
    Button* m_more = nullptr;
    QWidget* m_besideTitle = nullptr;
    QString m_name;
};

}  // namespace tokenledger
