// Views that were saved under a name: a page and what the filter bar said. Values; no widgets.
#pragma once

#include "ui/filterstate.h"
#include "ui/pagelist.h"

namespace tokenledger {

/// Where the window is: what back and forward go through.
struct ViewState {
    PageId page = PageId::Overview;
    FilterState filters;  // a period like "last 30 days" stays one, whatever day it is
    friend bool operator==(const ViewState&, const ViewState&) = default;
};

struct SavedView {
    QString name;
    ViewState state;
    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// The views of an organization, by name. Two names that differ in case or outer spaces only are one.
class SavedViews {
public:
    [[nodiscard]] const std::vector<SavedView>& all() const { return m_views; }
    [[nodiscard]] const SavedView* find(const QString& name) const;
    /// Takes the place of one of this name. A name without letters is none: nothing happens.
    void save(const QString& name, const ViewState& state);
    /// False when another view has this name, or it is none.
    [[nodiscard]] bool rename(const QString& name, const QString& to);
    void remove(const QString& name);

    [[nodiscard]] QString toJson() const;
    /// What cannot be read is left out.
    [[nodiscard]] static SavedViews fromJson(const QString& json);

private:
    void sort();
    std::vector<SavedView> m_views;
};

/// Back and forward through the states, as a browser does it.
class ViewHistory {
public:
    void visit(const ViewState& left);
    [[nodiscard]] bool canGoBack() const { return !m_back.empty(); }
    [[nodiscard]] bool canGoForward() const { return !m_forward.empty(); }
    [[nodiscard]] ViewState back(const ViewState& current);
    [[nodiscard]] ViewState forward(const ViewState& current);

private:
    std::vector<ViewState> m_back;
    std::vector<ViewState> m_forward;
};

}  // namespace tokenledger
