//! How much an SMS and an ISMS can share (R154).

use clausebook::systems::{
    self, AppliedControls, Grade, ScopeAnswer, ScopeQuestion, answer_scope_question, establish, sharing,
};

use crate::support::organisation::Organisation;

fn controls(in_place: usize, reach_services: usize, all: usize) -> Option<AppliedControls> {
    Some(AppliedControls { in_place, in_part: 0, reach_services, all })
}

#[test]
fn r154_the_grade_rests_on_overlap_and_on_controls_that_reach_the_services() {
    use ScopeAnswer::{No, Partly, Yes};
    let mut at = Organisation::new();
    let grade = |at: &Organisation, controls| sharing(at.db(), controls).unwrap().unwrap().grade;
    assert_eq!(grade(&at, controls(90, 90, 90)), Grade::Open, "neither question is answered");
    for (covers, same, controls, wanted) in [
        (Yes, Yes, controls(90, 90, 90), Grade::Much),
        (Yes, Yes, controls(90, 90, 93), Grade::Some),
        (Yes, Yes, controls(90, 40, 90), Grade::Some),
        (Yes, Yes, controls(90, 0, 90), Grade::Little),
        (Yes, Yes, controls(0, 0, 0), Grade::Open),
        (Yes, Yes, None, Grade::Open),
        (Partly, Yes, controls(90, 90, 90), Grade::Some),
        (No, Yes, controls(90, 90, 90), Grade::Little),
        (Yes, No, controls(90, 90, 90), Grade::Little),
        (No, Yes, None, Grade::Open),
    ] {
        at.does(|tx| answer_scope_question(tx, ScopeQuestion::IsmsCoversServices, covers, "as seen"));
        at.does(|tx| answer_scope_question(tx, ScopeQuestion::AssetsAreTheSame, same, "as seen"));
        assert_eq!(grade(&at, controls), wanted, "{covers} {same} {controls:?}");
        let said = sharing(at.db(), controls).unwrap().unwrap();
        assert_eq!(said.measures.len(), 3, "each measure stands beside the grade");
        assert_eq!(said.measures.iter().map(systems::Measure::grade).min(), Some(wanted), "the weakest decides");
    }
}

#[test]
fn nothing_is_graded_where_they_are_not_held_together() {
    let mut at = Organisation::holding(&["9001:2015", "20000-1:2018"]);
    assert_eq!(sharing(at.db(), None).unwrap(), None);
    at.does(|tx| establish(tx, &"27001:2013".parse()?));
    assert!(sharing(at.db(), None).unwrap().is_some());
}
