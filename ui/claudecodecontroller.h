// Behind the Claude Code page: the picture of the chosen layers and the selected bar. GUI thread.
#pragma once

#include "ui/picturecontroller.h"

namespace tokenledger {

struct ClaudeCodeQuestion {
    FilterState filters;
    DateRange range;
    ClaudeCodeLayers layers = ClaudeCodeLayers::Terminal;
    std::optional<DateRange> selected;
    friend bool operator==(const ClaudeCodeQuestion&, const ClaudeCodeQuestion&) = default;
};

class ClaudeCodeController : public PictureController<ClaudeCodeQuestion, ClaudeCodeActivity> {
    Q_OBJECT
public:
    explicit ClaudeCodeController(SessionController& controller, QObject* parent = nullptr);

    [[nodiscard]] ClaudeCodeLayers layers() const { return m_layers; }
    void setLayers(ClaudeCodeLayers layers);
    /// Days of tools and table alone; nothing: all. Forgotten when the bars change.
    void select(const std::optional<DateRange>& days);

protected:
    [[nodiscard]] ClaudeCodeQuestion question() const override;
    [[nodiscard]] QFuture<Result<ClaudeCodeActivity>> read(const ClaudeCodeQuestion& asked) override;
    void followFilters() override;
    void reset() override;

private:
    ClaudeCodeLayers m_layers = ClaudeCodeLayers::Terminal;
    std::optional<DateRange> m_selected;
    DateRange m_barsRange;  // the bars that the selection is one of
    Interval m_barsInterval = Interval::Day;
};

}  // namespace tokenledger
