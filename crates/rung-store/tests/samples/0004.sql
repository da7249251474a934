INSERT INTO snapshot VALUES (1, 'n1', 'ana', 19990, 19998, 'split', '', 10, 99, NULL, '{}');
INSERT INTO recipient VALUES (1, 'n1', 'emil');
