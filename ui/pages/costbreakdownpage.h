// The Cost page: one sentence, what the bill is stacked by, the chart, and the table behind it. Follows its controller;
// what other parts have to do it emits. GUI thread.
#pragma once

#include "ui/costcontroller.h"
#include "ui/exporter.h"
#include "ui/helpaction.h"
#include "ui/theme.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QStackedLayout;

namespace tokenledger {

class CostCards;
class Notice;
class Segments;
class StatePage;
class TextLine;

class CostBreakdownPage : public QWidget {
    Q_OBJECT
public:
    CostBreakdownPage(const Look& look, SessionController& controller, CostController& cost, Settings& settings,
                      QWidget* parent = nullptr);

    /// What can be exported of it now: the chart's figures, then the table's.
    [[nodiscard]] std::vector<Exporter::NamedReport> exports() const;

signals:
    void exportRequested(const tokenledger::Exporter::NamedReport& report);
    void exportsChanged();
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);
    void helpWanted(tokenledger::HelpAction action);
    void detailWanted(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildHeader();
    void connectParts();
    void showBreakdown();
    void markOutdated();
    void updateState();
    void filterBy(const CostValue& value);
    void arrange();

    const Look& m_look;
    SessionController& m_controller;
    CostController& m_cost;
    Settings& m_settings;
    QStackedLayout* m_stack;
    QWidget* m_content;
    StatePage* m_state;
    HelpAction m_stateAction = HelpAction::None;
    HelpAction m_noticeAction = HelpAction::None;
    QBoxLayout* m_header;
    QWidget* m_stackBy;
    Segments* m_segments;
    TextLine* m_sentence;
    Notice* m_notice;
    CostCards* m_cards;
    std::optional<Error> m_error;
    QTimer m_dim;  // an answer that comes at once does not make the picture flicker
};

}  // namespace tokenledger
