#include "ui/costcontroller.h"

#include "app/core/async.h"

#include <utility>

namespace tokenledger {

namespace {

/// What a row is split into when it is opened: token types, unless these are shown already.
Dimension partsBeside(const Settings::CostView& view) {
    for (const Dimension dimension : {Dimension::TokenType, Dimension::Model}) {
        if (dimension != view.rows && dimension != view.columns) return dimension;
    }
    return Dimension::Workspace;
}

ReportRequest costReport() {
    ReportRequest request;
    request.report = QStringLiteral("cost");
    return request;
}

}  // namespace

CostController::CostController(SessionController& controller, Settings& settings, QObject* parent)
    : QObject(parent), m_controller(controller), m_settings(settings), m_chosen(settings.costView()) {
    connect(&controller, &SessionController::closed, this, &CostController::reset);
    connect(&controller, &SessionController::filtersChanged, this, &CostController::followFilters);
    for (const auto signal : {&SessionController::statusChanged, &SessionController::cacheChanged}) {
        connect(&controller, signal, this, &CostController::refresh);
    }
}

void CostController::reset() {
    ++m_generation;
    m_breakdown.reset();
    m_selected.reset();
    m_shown.reset();
    m_asked.reset();
    m_askAgain = false;
}

void CostController::setActive(bool active) {
    const bool shown = active && !m_active;
    m_active = active;
    if (shown && !isCurrent()) refresh();
}

CostController::Question CostController::question() const {
    return {m_controller.filters(), m_controller.range(), view(), m_selected};
}

void CostController::followFilters() {
    if (m_barsRange != m_controller.range() || m_barsInterval != m_controller.interval()) m_selected.reset();
    refresh();
}

Settings::CostView CostController::view() const {
    const bool same = m_chosen.columns == m_chosen.rows;
    const Dimension other = m_chosen.rows == Dimension::Model ? Dimension::Workspace : Dimension::Model;
    return {m_chosen.rows, same ? other : m_chosen.columns};
}

void CostController::setRows(Dimension dimension) { choose({dimension, m_chosen.columns}); }
void CostController::setColumns(Dimension dimension) { choose({m_chosen.rows, dimension}); }

void CostController::choose(const Settings::CostView& chosen) {
    if (chosen == m_chosen) return;
    m_chosen = chosen;
    m_settings.setCostView(chosen);
    emit viewChanged();
    refresh();
}

void CostController::select(const std::optional<DateRange>& days) {
    if (days == m_selected) return;
    m_selected = days;
    m_barsRange = m_controller.range();
    m_barsInterval = m_controller.interval();
    refresh();
}

void CostController::refresh() {
    if (!m_active || m_controller.session() == nullptr || m_controller.isEmpty()) {
        m_shown.reset();  // whatever it was, it is read again when the page is seen
        return;
    }
    const Question now = question();
    if (m_asked == now) {
        // While a sync pours answers in, one picture at a time is enough.
        m_askAgain = true;
        return;
    }
    if (m_breakdown && m_shown != now) emit outdated();
    ask();
}

void CostController::ask() {
    const int generation = ++m_generation;
    const Question asked = question();
    m_asked = asked;
    m_askAgain = false;
    CostBreakdownRequest request;
    request.range = asked.range;
    request.interval = m_controller.interval();
    request.comparison = asked.filters.comparison;
    request.where = asked.filters.where();
    request.rows = asked.view.rows;
    request.columns = asked.view.columns;
    request.parts = partsBeside(asked.view);
    request.selected = asked.selected;
    whenDone(m_controller.session()->costBreakdown(request), this,
             [this, generation, asked](const Result<CostBreakdown>& result) {
                 if (generation != m_generation) return;
                 m_asked.reset();
                 const bool again = std::exchange(m_askAgain, false);
                 if (result) {
                     m_breakdown = std::make_shared<const CostBreakdown>(*result);
                     m_shown = asked;
                     emit ready();
                 } else if (!again && result.error().kind != ErrorKind::Cancelled) {
                     emit failed(result.error());
                 }
                 if (again) refresh();
             });
}

ReportRequest CostController::chartReport() const {
    ReportRequest request = costReport();
    request.range = m_controller.range();
    request.interval = m_controller.interval();
    request.by = {view().rows};
    request.where = m_controller.filters().reportFilters(findReport(request.report)->dimensions);
    return request;
}

ReportRequest CostController::tableReport() const {
    ReportRequest request = chartReport();
    // A table that compares leaves out days that were not over.
    request.range = isCurrent() ? m_breakdown->table.days : m_selected.value_or(request.range);
    request.interval = Interval::Total;
    request.by = {view().rows, view().columns};
    return request;
}

}  // namespace tokenledger
