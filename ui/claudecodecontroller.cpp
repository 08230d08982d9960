#include "ui/claudecodecontroller.h"

namespace tokenledger {

ClaudeCodeController::ClaudeCodeController(SessionController& controller, QObject* parent)
    : PictureController(controller, parent) {}

void ClaudeCodeController::setLayers(ClaudeCodeLayers layers) {
    if (layers == m_layers) return;
    m_layers = layers;
    refresh();
}

void ClaudeCodeController::select(const std::optional<DateRange>& days) {
    if (days == m_selected) return;
    m_selected = days;
    m_barsRange = controller().range();
    m_barsInterval = controller().interval();
    refresh();
}

ClaudeCodeQuestion ClaudeCodeController::question() const {
    return {controller().filters(), controller().range(), m_layers, m_selected};
}

QFuture<Result<ClaudeCodeActivity>> ClaudeCodeController::read(const ClaudeCodeQuestion& asked) {
    ClaudeCodeActivityRequest request;
    request.range = asked.range;
    request.interval = controller().interval();
    request.comparison = asked.filters.comparison;
    request.where = asked.filters.where();
    request.layers = asked.layers;
    request.selected = asked.selected;
    return controller().session()->claudeCodeActivity(request);
}

void ClaudeCodeController::followFilters() {
    if (m_barsRange != controller().range() || m_barsInterval != controller().interval()) m_selected.reset();
    refresh();
}

void ClaudeCodeController::reset() {
    PictureController::reset();
    m_selected.reset();
}

}  // namespace tokenledger
