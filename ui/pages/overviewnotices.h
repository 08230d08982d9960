// What is the matter with the open session, in plain words, and what helps. Pure reading of the controller's state.
#pragma once

#include "ui/helpaction.h"
#include "ui/sessioncontroller.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/statepage.h"

namespace tokenledger {

struct NoticeChoice {
    Notice::Content content;  // no claim: nothing is the matter
    HelpAction action = HelpAction::None;
};
/// `keyFilterNote`: what a filter by API key, which the bill does not know, leaves as it is on this page; empty:
/// nothing.
[[nodiscard]] NoticeChoice noticeFor(const SessionController& controller, const std::optional<Error>& pictureError,
                                     const QString& keyFilterNote);

struct StateChoice {
    StatePage::Content content;
    HelpAction action = HelpAction::None;
};
/// For an open cache in which nothing is yet.
[[nodiscard]] StateChoice emptyState(const SessionController& controller);
/// For a first picture that could not be made.
[[nodiscard]] StateChoice brokenState(const Error& error);

}  // namespace tokenledger
