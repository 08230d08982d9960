// The Cost page: one sentence, what the bill is stacked by, the chart, and the table behind it. Follows its controller;
// what other parts have to do it emits. GUI thread.
#pragma once

#include "ui/costcontroller.h"
#include "ui/exporter.h"
#include "ui/pages/page.h"

#include <QTimer>

class QBoxLayout;

namespace tokenledger {

class CostCards;
class Segments;

class CostBreakdownPage : public Page {
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
    void arrange();

    CostController& m_cost;
    Settings& m_settings;
    QBoxLayout* m_header;
    QWidget* m_stackBy;
    Segments* m_segments;
    CostCards* m_cards;
    QTimer m_dim;  // an answer that comes at once does not make the picture flicker
};

}  // namespace tokenledger
