// A card of a page: header with title, legend and "..." menu; below it a chart and, in its place when asked, its table.
// GUI thread.
#pragma once

#include "charts/chartkey.h"
#include "ui/theme.h"

#include <QFrame>

#include <functional>
#include <vector>

class QMenu;
class QStackedLayout;

namespace tokenledger {

class CardHeader;
class FindBar;
class TableView;

class Card : public QFrame {
    Q_OBJECT
public:
    Card(const Look& look, const QString& title, const QString& name, QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& subtitle);
    void setKey(const std::vector<KeyEntry>& key);
    /// The main content, and what the header's switch shows instead (may be null). Its tables can be searched.
    void setContent(QWidget* main, QWidget* alternative = nullptr);
    void setMenuMaker(std::function<void(QMenu&)> make);
    /// A button at the right of the header.
    void setHeaderWidget(QWidget* widget);
    /// A chip or the like between title and subtitle; again when it was shown, hidden or changed.
    void setBesideTitle(QWidget* widget);
    [[nodiscard]] bool showsAlternative() const;
    void showAlternative(bool alternative);
    /// An old picture: "from 13:12"; empty: a new one.
    virtual void setOutdated(const QString& since);

signals:
    void alternativeShown(bool alternative);

private:
    void updateKey();
    void follow(QWidget* content);
    [[nodiscard]] FindBar& findBar();

    const Look& m_look;
    CardHeader* m_header;
    QStackedLayout* m_stack;
    FindBar* m_find = nullptr;  // made when it is first wanted
    std::vector<KeyEntry> m_key;
};

}  // namespace tokenledger
