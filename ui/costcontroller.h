// Behind the Cost page: asks for its picture while the page is seen, by the filter bar's state, the chosen dimensions
// and the selected bar; drops late answers. GUI thread.
#pragma once

#include "ui/sessioncontroller.h"

namespace tokenledger {

using CostBreakdownPtr = std::shared_ptr<const CostBreakdown>;

class CostController : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    CostController(SessionController& controller, Settings& settings, QObject* parent = nullptr);

    /// The page is seen: only then anything is read.
    void setActive(bool active);
    [[nodiscard]] const CostBreakdownPtr& breakdown() const { return m_breakdown; }
    /// The picture belongs to what is asked for now.
    [[nodiscard]] bool isCurrent() const { return m_breakdown != nullptr && m_shown == question(); }

    /// The dimensions as shown: models, or workspaces, where the chosen columns are the rows.
    [[nodiscard]] Settings::CostView view() const;
    /// Rows of the table and layers of the chart.
    void setRows(Dimension dimension);
    void setColumns(Dimension dimension);
    /// Days of the table alone; nothing: all. Forgotten when the bars change.
    [[nodiscard]] const std::optional<DateRange>& selected() const { return m_selected; }
    void select(const std::optional<DateRange>& days);
    void refresh();

    // What the two cards show, as reports.
    [[nodiscard]] ReportRequest chartReport() const;
    [[nodiscard]] ReportRequest tableReport() const;

signals:
    void ready();
    void failed(const tokenledger::Error& error);
    /// The picture shown is not the one asked for.
    void outdated();
    void viewChanged();

private:
    struct Question {
        FilterState filters;
        DateRange range;
        Settings::CostView view;
        std::optional<DateRange> selected;
        friend bool operator==(const Question&, const Question&) = default;
    };
    [[nodiscard]] Question question() const;
    void reset();
    void followFilters();
    void choose(const Settings::CostView& chosen);
    void ask();

    SessionController& m_controller;
    Settings& m_settings;
    Settings::CostView m_chosen;
    bool m_active = false;
    CostBreakdownPtr m_breakdown;
    std::optional<DateRange> m_selected;
    DateRange m_barsRange;  // the bars that the selection is one of
    Interval m_barsInterval = Interval::Day;
    std::optional<Question> m_shown;
    std::optional<Question> m_asked;  // of the picture under way
    int m_generation = 0;
    bool m_askAgain = false;
};

}  // namespace tokenledger
