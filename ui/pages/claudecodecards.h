// The cards of the Claude Code page below its tiles: activity over time, the tools' suggestions, people and API keys.
// GUI thread.
#pragma once

#include "charts/valuecolours.h"
#include "ui/pages/claudecodetexts.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QImage>
#include <QWidget>

#include <memory>

class QMenu;

namespace tokenledger {

class Button;
class Card;
class ChartCard;
class Chip;
class CostTrendChart;
class DataTable;
class ShareBars;

/// The cards that can be exported, in the order of claudeCodeExports().
enum class ClaudeCodeExport { Chart, Tools, People };

class ClaudeCodeCards : public QWidget {
    Q_OBJECT
public:
    explicit ClaudeCodeCards(const Look& look, QWidget* parent = nullptr);

    void setActivity(const std::shared_ptr<const ClaudeCodeActivity>& activity, const ValueColours& colours);
    /// Of the chart alone.
    void setColours(const ValueColours& colours);
    [[nodiscard]] ClaudeCodeMeasure measure() const { return m_measure; }
    /// Chart and tools below each other.
    void setStacked(bool stacked);
    /// "13:12": the picture is old; empty: it is not.
    void setOutdated(const QString& since);

signals:
    /// setColours() is to follow: other layers may be shown by name.
    void measureChanged();
    void layersChosen(tokenledger::ClaudeCodeLayers layers);
    /// A click on a bar; nothing: the chip's cross, or the same bar again.
    void periodSelected(const std::optional<tokenledger::DateRange>& days);
    void exportRequested(tokenledger::ClaudeCodeExport which);
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);

private:
    void makeChartCard();
    void makeChoices();
    void makeToolsCard();
    void makeTableCard();
    void connectCard(ChartCard* card, ClaudeCodeExport which);
    void addExport(QMenu& menu);
    void setMeasure(ClaudeCodeMeasure measure);
    void showChart();
    void showTable();
    void followChart();
    void selectPeriod(PeriodStart start);
    void explainChart();
    [[nodiscard]] QString exactOf(const DateRange& days) const;
    void explainDays(const DateRange& days, const QString& exact, QWidget* anchor, const QRect& part);
    void explainPeriodCell(const QModelIndex& cell);
    void explainTool(int bar);
    void explainCell(const QModelIndex& cell);

    const Look& m_look;
    std::shared_ptr<const ClaudeCodeActivity> m_activity;
    ValueColours m_colours;
    ClaudeCodeMeasure m_measure = ClaudeCodeMeasure::Sessions;
    QBoxLayout* m_upper;
    CostTrendChart* m_chart;
    ShareBars* m_bars;
    DataTable* m_chartTable;
    DataTable* m_toolTable;
    DataTable* m_table;
    ChartCard* m_chartCard = nullptr;
    ChartCard* m_toolsCard = nullptr;
    Card* m_tableCard = nullptr;
    Button* m_measureButton = nullptr;
    Button* m_layersButton = nullptr;
    Button* m_why = nullptr;
    Chip* m_chip = nullptr;
    std::optional<PeriodStart> m_framed;  // the selected bar, as the chart shows it
};

}  // namespace tokenledger
