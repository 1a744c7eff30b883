insert into searches (key, query, asked_at) values ('AErF', 'الغوطة ٢٠١٨', 1795246200000);
