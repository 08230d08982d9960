// The Cost page's card "What changed": the variance bridge as a waterfall, and as a table of its models. GUI thread.
#pragma once

#include "app/reports/variancebridge.h"
#include "charts/modelcolours.h"
#include "charts/waterfall.h"
#include "ui/models/displaytable.h"
#include "ui/widgets/popover.h"

#include <QWidget>

namespace tokenledger {

class ChartCard;
class DataTable;

// Pure.
[[nodiscard]] WaterfallData bridgeChartData(const VarianceBridge& view);
[[nodiscard]] DisplayTable bridgeTable(const VarianceBridge& view);
/// Of a step of the chart.
[[nodiscard]] Explanation whyBridgeStep(const VarianceBridge& view, int step, const QString& filter);

class BridgeCard : public QWidget {
    Q_OBJECT
public:
    explicit BridgeCard(const Look& look, QWidget* parent = nullptr);

    /// Nothing: there is no comparison; the card is not shown.
    void setBridge(const std::shared_ptr<const VarianceBridge>& view, const ModelColours& colours,
                   const QString& filter);
    void setOutdated(const QString& since);

signals:
    void exportRequested();
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);

private:
    std::shared_ptr<const VarianceBridge> m_view;
    QString m_filter;  // in words
    Waterfall* m_chart;
    DataTable* m_table;
    ChartCard* m_card;
};

}  // namespace tokenledger
