// What is to be done before a month is closed, and what is done already. Pure.
#pragma once

#include "ui/reconcilecontroller.h"

namespace tokenledger {

/// Something to be done before the month is closed, or done already.
struct TodoItem {
    enum class Action { None, Sync, AddPrice, Accept, EnterInvoice, ShowChange };
    enum class Mark { Done, Warning, Bad };
    Action action = Action::None;
    Mark mark = Mark::Done;
    QString text;
    QString actionText;  // a link; without an action a note
    std::optional<Money> amount;
    QString item;  // what is accepted, or wants a price: its id
    friend bool operator==(const TodoItem&, const TodoItem&) = default;
};
[[nodiscard]] std::vector<TodoItem> todoItems(const MonthPicture& picture);

/// What a user copies into the own price list, with the days that want a price.
[[nodiscard]] QString priceSnippet(const MonthPicture& picture, const QString& model);

}  // namespace tokenledger
