INSERT INTO document VALUES (1, '', 'roster/people.toml', 1, 10, 'a1', 'imported', '[[person]]' || char(10) || 'id = "ana"');
INSERT INTO document VALUES (1, 'ana', 'days.toml', 2, 11, 'a1', '', '');
INSERT INTO blind_answer VALUES (1, 'alpha', 'ana', 'code_review', 'own', 10);
INSERT INTO setting VALUES (1, 'least-people', '8', 10, 11, 'a1');
