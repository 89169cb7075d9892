-- What a person did, beside what is said of each pair: one act may say something of two pairs (a phrase means
-- another competency), and one undo takes all of it back.
alter table decision
  drop constraint decision_verdict_check,
  -- ambiguous: these words alone do not say which competency is meant; counts nowhere, like a rejection
  add constraint decision_verdict_check check (verdict in ('accept', 'reject', 'ambiguous', 'undo')),
  -- null: the verdict says it
  add column act text check (act in ('replace', 'add')),
  -- the first row of the act; null: this is it
  add column part_of int8 references decision (id);
create index decision_part_of on decision (part_of) where part_of is not null;

alter table advertisement_link
  drop constraint advertisement_link_verdict_check,
  add constraint advertisement_link_verdict_check check (verdict in ('accept', 'reject', 'ambiguous'));
alter table learning_outcome_link
  drop constraint learning_outcome_link_verdict_check,
  add constraint learning_outcome_link_verdict_check check (verdict in ('accept', 'reject', 'ambiguous'));
alter table course_link
  drop constraint course_link_verdict_check,
  add constraint course_link_verdict_check check (verdict in ('accept', 'reject', 'ambiguous'));

-- In how many texts the words stood when reviewers of links proposed them; null: somebody else did.
alter table lexicon_entry add column texts int4 check (texts >= 0);
