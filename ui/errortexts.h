// An error in the language of the window. Pure.
#pragma once

#include "app/core/result.h"

namespace tokenledger {

/// What an error says. The sentences about the server's answers are stored in the cache's request log, so they are
/// English in every language: in another one, a sentence for the kind of error stands for them here, and technicalText
/// has the one that came.
[[nodiscard]] QString errorText(const Error& error);
/// For "Technical details": what the server said, the request, and the sentence that errorText replaced.
[[nodiscard]] QString technicalText(const Error& error);

}  // namespace tokenledger
